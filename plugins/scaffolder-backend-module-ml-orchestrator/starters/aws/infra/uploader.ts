import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';

import { acceptActions, acceptManagedPolicy, acceptResources, accountIn, arnOf } from './acknowledgements';

/** CDK brings a function that uploads during deployments, with permissions of CDK's choice: accept them, for this bucket. */
export function acceptUploader({ handlerRole: role }: BucketDeployment, bucket: IBucket): void {
  const stack = Stack.of(role);
  const qualifier = stack.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  acceptResources(role, {
    'the function that CDK brings for uploading writes objects whose names it learns from the archive': [
      `${arnOf(bucket)}/*`,
    ],
    'it reads the archives from the bucket that `cdk bootstrap` made': [
      `arn:${stack.partition}:s3:::cdk-${qualifier}-assets-${accountIn(stack)}-${stack.region}/*`,
    ],
  });
  acceptActions(
    role,
    ['Abort*', 'DeleteObject*', 'GetBucket*', 'GetObject*', 'List*'].map(action => `s3:${action}`),
    'CDK grants the uploading function these groups of S3 actions, on two buckets only',
  );
  acceptManagedPolicy(
    role,
    'service-role/AWSLambdaBasicExecutionRole',
    'CDK gives the uploading function the managed policy for writing its own logs',
  );
  // The role stands inside its function, which CDK does not hand out.
  Validations.of(role.node.scope ?? role).acknowledge({
    id: 'AwsSolutions-L1',
    reason: 'CDK chooses the runtime of the uploading function; it runs during deployments only',
  });
}
