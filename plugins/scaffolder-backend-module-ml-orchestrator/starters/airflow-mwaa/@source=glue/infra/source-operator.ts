import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { Source } from './source';

/** What Airflow's operator asks AWS for besides: whether the job is there. */
export const operatorStatements = (source: Source): PolicyStatement[] => [
  new PolicyStatement({
    sid: 'FindJob',
    actions: ['glue:GetJob'],
    resources: [
      Stack.of(source).formatArn({
        service: 'glue',
        resource: 'job',
        resourceName: source.substitutions.SourceJobName,
      }),
    ],
  }),
];
