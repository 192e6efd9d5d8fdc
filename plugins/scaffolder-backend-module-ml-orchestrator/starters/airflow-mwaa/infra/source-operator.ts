import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { Source } from './source';

/** What Airflow's operator asks AWS for besides, when it starts the extraction: nothing. */
export const operatorStatements = (_source: Source): PolicyStatement[] => [];
