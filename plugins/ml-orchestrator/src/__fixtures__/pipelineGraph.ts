import { readPipelineGraph } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PipelineGraph,
  PipelineGraphAnswer,
} from 'backstage-plugin-ml-orchestrator-common';

/** A small state machine, as the backend would read it. */
export const pipelineGraphFixture: PipelineGraphAnswer = {
  status: 'found',
  place: {
    path: 'workflow/pipeline.asl.json',
    url: 'https://example.com/churn/workflow/pipeline.asl.json',
  },
  graph: graphOf({
    StartAt: 'Train',
    States: {
      Train: {
        Type: 'Task',
        Comment: 'Trains the model.',
        Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
        TimeoutSeconds: 7200,
        Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
        Next: 'Gate',
      },
      Gate: {
        Type: 'Choice',
        Choices: [
          {
            Variable: '$.auc',
            NumericGreaterThanEquals: 0.8,
            Next: 'Register',
          },
        ],
        Default: 'Rejected',
      },
      Register: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:sagemaker:createModelPackage',
        End: true,
      },
      Rejected: { Type: 'Succeed' },
      Failed: { Type: 'Fail' },
    },
  }),
};

function graphOf(definition: object): PipelineGraph {
  const { graph, problems } = readPipelineGraph(definition);
  if (!graph) {
    throw new Error(JSON.stringify(problems));
  }
  return graph;
}
