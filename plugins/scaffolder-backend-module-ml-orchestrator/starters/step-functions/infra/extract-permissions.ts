import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { PermissionScope } from './permissions';

/** Its SageMaker processing jobs, as they are called in job names. */
export const EXTRACT_JOBS: string[] = [];

/** What the tasks of the extraction may do, by state name; there is none. */
export const extractPermissions = (_scope: PermissionScope): Record<string, PolicyStatement[]> => ({});
