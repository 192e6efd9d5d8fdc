import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { PermissionScope } from './permissions';

/** Its SageMaker processing jobs, as they are called in job names. */
export const EXTRACT_JOBS: string[] = [];

/** What the task of the extraction may do, by state name. Step Functions asks Glue until the run has ended: it needs no rule. */
export const extractPermissions = ({ source }: PermissionScope): Record<string, PolicyStatement[]> => ({
  ExtractData: source.permissions,
});
