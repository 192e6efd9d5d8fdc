import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { PermissionScope } from './permissions';
import { jobStatements } from './workflow';

/** Its SageMaker processing jobs, as they are called in job names. */
export const EXTRACT_JOBS: string[] = ['extract'];

/** What the task of the extraction may do, by state name: it is a job like the others, with a role of its own. */
export const extractPermissions = ({ stack, jobPrefix, source }: PermissionScope): Record<string, PolicyStatement[]> => ({
  ExtractData: [...jobStatements(stack, 'Processing', `${jobPrefix}-extract-*`), ...source.permissions],
});
