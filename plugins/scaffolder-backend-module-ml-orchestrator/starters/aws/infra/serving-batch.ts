import path from 'node:path';

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import { ROOT, shortId } from './config';
import type { ServingProps } from './serving';
import type { ServingKind } from './serving-kind';
import { approvedModelStatements } from './serving-kind';
import { jobStatements, sagemakerArn } from './workflow';

export const BATCH_FILE = path.join(ROOT, 'serving', 'batch.asl.json');

const INPUT = 'serving/input/*';
const OUTPUT = 'serving/output/*';
/** Names have at most 63 characters: this, "-v", the version, a dash and the name of the run must fit, a UUID for example. */
const JOB_PREFIX_LENGTH = 17;

/** Each version that is approved scores the files below `serving/input/` once. */
export function batch(scope: Construct, { config, storage, jobRole, registry }: ServingProps): ServingKind {
  const stack = Stack.of(scope);
  const { bucket } = storage;
  const name = `${shortId(config, JOB_PREFIX_LENGTH)}-v*`;

  // The role of the jobs is also that of the model that scores.
  const logs = 'log-group:/aws/sagemaker/TransformJobs*';
  const listInput = { StringLike: { 's3:prefix': ['serving/input/*'] } };
  for (const statement of [
    { sid: 'ListInput', actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions: listInput },
    { sid: 'ReadInput', actions: ['s3:GetObject'], resources: [bucket.arnForObjects(INPUT)] },
    {
      sid: 'WriteScores',
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: [bucket.arnForObjects(OUTPUT)],
    },
    {
      sid: 'WriteTransformLogs',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [`arn:${stack.partition}:logs:${stack.region}:${stack.account}:${logs}`],
    },
  ]) {
    jobRole.addToPolicy(new PolicyStatement(statement));
  }
  acceptResources(jobRole, {
    'the files to score, and their scores, have names that are known only at run time': [INPUT, OUTPUT].map(
      prefix => `${arnOf(bucket)}/${prefix}`,
    ),
    'SageMaker adds the name of the job to these log groups': [inRegion(stack, 'logs', logs)],
  });

  return {
    file: BATCH_FILE,
    substitutions: { JobPrefix: shortId(config, JOB_PREFIX_LENGTH), BucketName: bucket.bucketName },
    permissions: {
      model: approvedModelStatements({ stack, registry, jobRole, modelArn: sagemakerArn(stack, 'model', name) }),
      input: [
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn], conditions: listInput }),
      ],
      job: jobStatements(stack, 'Transform', name),
    },
    accepted: {
      'models and jobs are named after the versions that they are made from': [
        inRegion(stack, 'sagemaker', `model/${name}`),
        inRegion(stack, 'sagemaker', `transform-job/${name}`),
      ],
    },
  };
}
