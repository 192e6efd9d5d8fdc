import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { Source } from './source';

/** What Airflow's operator asks AWS for besides: whether the application has started, and to start it. */
export const operatorStatements = ({ application }: Source): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'StartApplication',
    actions: ['emr-serverless:GetApplication', 'emr-serverless:StartApplication'],
    resources: [application.attrArn],
  }),
];
