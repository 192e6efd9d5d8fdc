import type { Attempt } from './iam';
import { ACCOUNT } from './synthesized';
import type { Synthesized } from './synthesized';

/** What the step that runs Spark does in the name of the pipeline. */
export function extractNeeds(stack: Synthesized): Attempt[] {
  const { id } = stack.only('AWS::EMRServerless::Application');
  const application = String(stack.resolve({ 'Fn::GetAtt': [id, 'Arn'] }));
  const role = stack.only('AWS::IAM::Role', 'SourceRole').id;
  return [
    { action: 'emr-serverless:StartJobRun', resource: application },
    { action: 'emr-serverless:GetJobRun', resource: `${application}/jobruns/a1b2` },
    { action: 'emr-serverless:CancelJobRun', resource: `${application}/jobruns/a1b2` },
    {
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/${role}`,
      context: { 'iam:PassedToService': 'emr-serverless.amazonaws.com' },
    },
  ];
}
