/** No permission is wider than it must be, whatever runs the pipeline. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SERVING } from '../infra/config';
import { EVERYTHING, synthesize } from './support/synthesized';

/** Actions for which AWS knows no narrower resource than "*", and why we need them. */
const WITHOUT_RESOURCE: Record<string, string> = {
  'logs:CreateLogDelivery': 'Step Functions sets up its execution log',
  'logs:GetLogDelivery': 'Step Functions sets up its execution log',
  'logs:UpdateLogDelivery': 'Step Functions sets up its execution log',
  'logs:DeleteLogDelivery': 'Step Functions sets up its execution log',
  'logs:ListLogDeliveries': 'Step Functions sets up its execution log',
  'logs:PutResourcePolicy': 'Step Functions sets up its execution log',
  'logs:DescribeResourcePolicies': 'Step Functions sets up its execution log',
  'logs:DescribeLogGroups': 'Step Functions sets up its execution log',
  'xray:PutTraceSegments': 'Step Functions sends traces',
  'xray:PutTelemetryRecords': 'Step Functions sends traces',
  'xray:GetSamplingRules': 'Step Functions sends traces',
  'xray:GetSamplingTargets': 'Step Functions sends traces',
  'ecr:GetAuthorizationToken': 'jobs log in to the image registry',
  'cloudwatch:PutMetricData': 'jobs send metrics; limited by namespace',
};

for (const serving of SERVING) {
  test(`serving ${serving}: no "*" for a resource without a reason, and none for an action`, () => {
    for (const { Action, Resource } of synthesize({ ...EVERYTHING, serving }).identityStatements) {
      assert.ok(!Action.some(action => action === '*' || action.endsWith(':*')), Action.join());
      if (!Resource.includes('*')) continue;
      const unexplained = Action.filter(action => WITHOUT_RESOURCE[action] === undefined);
      assert.deepEqual(unexplained, []);
    }
  });
}
