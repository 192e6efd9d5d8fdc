import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { PermissionScope } from './permissions';

/** Its SageMaker processing jobs, as they are called in job names. */
export const EXTRACT_JOBS: string[] = [];

/** What the task of the extraction may do, by state name. */
export const extractPermissions = ({ stack, source }: PermissionScope): Record<string, PolicyStatement[]> => ({
  ExtractData: [
    ...source.permissions,
    // `.sync` learns of the job's end through a rule that Step Functions makes and manages in this account.
    new PolicyStatement({
      actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
      resources: [
        stack.formatArn({
          service: 'events',
          resource: 'rule',
          resourceName: 'StepFunctionsGetEventsForEMRServerlessJobRule',
        }),
      ],
    }),
  ],
});
