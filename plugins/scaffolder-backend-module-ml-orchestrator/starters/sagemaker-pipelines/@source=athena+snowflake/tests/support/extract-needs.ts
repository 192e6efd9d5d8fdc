import type { Attempt } from './iam';
import type { Synthesized } from './synthesized';

/** What the step that asks the warehouse does in the name of the pipeline, besides what each job needs: its role is another. */
export function extractNeeds(stack: Synthesized): Attempt[] {
  const [resource = ''] = stack
    .statementsOf('PipelineRole')
    .filter(({ Action }) => Action.includes('iam:PassRole'))
    .flatMap(({ Resource }) => Resource)
    .filter(arn => /\/(QueryJob|Source)Role/.test(arn));
  return [{ action: 'iam:PassRole', resource, context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }];
}
