import type { Stack } from 'aws-cdk-lib';

import { shortId } from './config';
import type { PipelineConfig } from './config';

/** The DAGs' folder in the bucket of an environment that this app makes. */
export const DAGS = 'dags';

/** How the MWAA environment of a pipeline is found. */
export interface AirflowNames {
  /** Absent where it came with no parameter, for nothing here needs it. */
  readonly name?: string;
  readonly bucketName: string;
  readonly dagsPath: string;
  readonly executionRoleName: string;
  /** Present where the bucket is encrypted with a key of its owner's. */
  readonly bucketKeyArn?: string;
}

/**
 * Of an environment that this app makes: given names, not what CloudFormation would choose. So the stack of the pipeline
 * names the other one's resources without importing them, and either of the two can change by itself.
 */
export function namesOf(stack: Stack, config: PipelineConfig): AirflowNames & { readonly name: string } {
  return {
    name: config.id,
    // A bucket's name belongs to one account in the world, and has at most 63 characters.
    bucketName: `${shortId(config, 42)}-airflow-${stack.account}`,
    dagsPath: DAGS,
    executionRoleName: `${config.id}-airflow`,
  };
}
