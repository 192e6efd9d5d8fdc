import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Stack } from 'aws-cdk-lib';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

import { acceptActions, acceptResources } from './acknowledgements';
import type { AirflowTarget } from './airflow-target';
import { ROOT } from './config';

/** What the DAG cannot know before the stack is there; dags/workflow/settings.py reads it. */
export interface Deployment {
  readonly id: string;
  readonly bucket: string;
  readonly codePrefix: string;
  readonly jobPrefix: string;
  readonly jobRoleArn: string;
  readonly topicArn: string;
  readonly modelPackageGroup: string;
  /** Null unless new files start runs. */
  readonly queueUrl: string | null;
  readonly pool: string;
  readonly maxJobMinutes: number;
  readonly deadlineMinutes: number;
  /** What starts the extraction: names of where the data comes from, see source.ts. */
  readonly source: Readonly<Record<string, string>>;
}

export interface DagFilesProps {
  readonly target: AirflowTarget;
  readonly deployment: Deployment;
}

/** The folder is the name of a Python package, in an environment where other pipelines have theirs. */
export const folderOf = (id: string): string => `pipeline_${id.replaceAll('-', '_')}`;

/** Puts the DAGs into a folder of their own in the environment; nothing else there is touched. */
export class DagFiles extends Construct {
  constructor(scope: Construct, id: string, { target, deployment }: DagFilesProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const prefix = `${target.dagsPath}/${folderOf(deployment.id)}/`;
    const upload = new BucketDeployment(this, 'Upload', {
      sources: [
        Source.asset(path.join(ROOT, 'dags'), { exclude: ['**/__pycache__', '**/*.pyc'] }),
        Source.data('config/pipeline.json', readFileSync(path.join(ROOT, 'config', 'pipeline.json'), 'utf8')),
        Source.jsonData('config/deployment.json', deployment),
      ],
      destinationBucket: target.bucket,
      destinationKeyPrefix: prefix,
      // What was deleted here shall not go on running there. This reaches no further than the prefix.
      prune: true,
      // A DAG whose stack is gone could only fail.
      retainOnDelete: false,
    });
    acceptResources(upload.handlerRole, {
      'the function that CDK brings for uploading writes objects whose names it learns from the archive': [
        `arn:${stack.partition}:s3:::${asFound(stack.resolve(target.bucket.bucketName))}/*`,
      ],
    });
    if (target.bucket.encryptionKey !== undefined) {
      acceptActions(
        upload.handlerRole,
        ['kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        'CDK grants the uploading function these groups of KMS actions, on the key of that bucket only',
      );
    }
  }
}

/** A name, as a finding has it: with references in angle brackets. */
function asFound(name: unknown): string {
  if (typeof name === 'string') return name;
  const { Ref, 'Fn::Join': join } = name as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  return join === undefined ? `<${Ref}>` : join[1].map(asFound).join('');
}
