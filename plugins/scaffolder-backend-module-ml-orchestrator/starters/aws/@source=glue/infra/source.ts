import { Stack, Validations } from 'aws-cdk-lib';
import { CfnJob } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { acceptResources, inRegion } from './acknowledgements';
import { Extraction } from './extraction';
import type { SourceProps } from './extraction';
import { SparkRole } from './spark-role';

/** A file that arrives in S3 can start a run. */
export const FILES_ARRIVE = true;

const GLUE_VERSION = '5.0';
const LOGS = 'log-group:/aws-glue/jobs/*';

/**
 * The data is CSV files in the pipeline's bucket, which Spark on AWS Glue makes one row for each customer of. The extraction is a run of
 * the Glue job, with the arguments `--input` (an S3 address: a prefix or one file) and `--output` (`executions/<run>/extracted/`).
 *
 * Substitutions: `SourceJobName`.
 */
export class Source extends Extraction {
  constructor(scope: Construct, id: string, { config, storage }: SourceProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const { bucket } = storage;
    const scripts = storage.addScripts('SourceCode', 'source');
    const role = new SparkRole(this, 'Role', {
      bucket,
      service: 'glue.amazonaws.com',
      description: `Spark jobs of the pipeline ${config.id}`,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`arn:${stack.partition}:logs:${stack.region}:${stack.account}:${LOGS}`],
      }),
    );
    acceptResources(role, {
      'Glue writes to log groups of its own choice, all below this name': [inRegion(stack, 'logs', LOGS)],
    });

    const job = new CfnJob(this, 'Job', {
      name: config.id,
      description: `Extracts the data of the pipeline ${config.id}`,
      role: role.roleArn,
      glueVersion: GLUE_VERSION,
      command: {
        name: 'glueetl',
        pythonVersion: '3',
        scriptLocation: bucket.s3UrlForObject(`${scripts.prefix}extract.py`),
      },
      defaultArguments: { '--job-language': 'python', '--job-bookmark-option': 'job-bookmark-disable' },
      workerType: 'G.1X',
      numberOfWorkers: 2,
      timeout: 60,
      // What starts it tries it again.
      maxRetries: 0,
      executionProperty: { maxConcurrentRuns: 10 },
    });
    Validations.of(job).acknowledge(
      { id: 'AwsSolutions-GL1', reason: 'its log tells of counts and no data; CloudWatch encrypts it with a key of its own' },
      { id: 'AwsSolutions-GL3', reason: 'there are no bookmarks: each run reads all that it is given' },
    );

    this.permissions.push(
      new PolicyStatement({
        actions: ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
        resources: [stack.formatArn({ service: 'glue', resource: 'job', resourceName: config.id })],
      }),
    );
    this.substitutions.SourceJobName = config.id;
    // So that who waits for the source waits for its code as well.
    this.node.addDependency(scripts.deployment);
  }
}
