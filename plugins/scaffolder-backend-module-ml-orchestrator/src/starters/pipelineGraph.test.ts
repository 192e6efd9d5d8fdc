import { readPipelineGraph } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decisions, minimalSpec, trees } from '../__testUtils__/starters';
import { checkStarterChoice } from './checkDecision';
import type { StarterOptions } from './options';
import { planStarter } from './planStarter';

/** What the state machine of the starter is drawn as, with data from this source. */
async function graphOf(source: StarterOptions['source']) {
  const spec = minimalSpec({ decision: decisions['step-functions'] });
  const guidance = await loadDefaultGuidance();
  const files = planStarter(
    { ...spec, options: { ...spec.options, source } },
    {
      guidance,
      decision: checkStarterChoice(guidance, spec.decision),
      trees: await trees(),
    },
  );
  const file = files.find(({ path }) => path === 'workflow/pipeline.asl.json')!;
  const { graph, problems } = readPipelineGraph(
    JSON.parse(file.content.toString('utf8')),
  );
  expect(problems).toBeUndefined();
  return {
    ...graph!,
    edges: graph!.edges.map(({ from, to, kind, label }) =>
      [from, kind === 'next' ? '→' : kind, to, label].filter(Boolean).join(' '),
    ),
  };
}

describe('the state machine of the starter', () => {
  it('has its states, choices and what errors lead to', async () => {
    const { format, nodes, edges } = await graphOf('s3');
    expect(format).toBe('state-machine');
    expect(nodes).toHaveLength(32);
    expect(nodes.find(({ id }) => id === 'TrainModel')).toEqual({
      id: 'TrainModel',
      title: 'TrainModel',
      kind: 'training-job',
      type: 'Task',
      description: expect.stringContaining('Script mode'),
      calls: 'sagemaker:createTrainingJob.sync',
      timeoutSeconds: 14400,
      retries: [
        { on: ['SageMaker.ResourceLimitExceededException'], attempts: 5 },
        { on: expect.any(Array), attempts: 4 },
      ],
    });
    expect(nodes.find(({ id }) => id === 'CheckThreshold')).toMatchObject({
      kind: 'decision',
      condition: expect.stringContaining(' ≥ $.settings.metricThreshold'),
    });
    expect(edges).toEqual(
      expect.arrayContaining([
        'PrepareData → TrainModel',
        'PrepareData error DescribeFailure States.ALL',
        'CheckThreshold choice DescribeThresholdMissed',
      ]),
    );
  });

  it.each([
    ['athena', 'athena:startQueryExecution.sync', 'CollectData'],
    ['snowflake', 'sagemaker:createProcessingJob.sync', 'PrepareData'],
    ['emr-serverless', 'emr-serverless:startJobRun.sync', 'PrepareData'],
    ['glue', 'glue:startJobRun.sync', 'PrepareData'],
  ] as const)(
    'extracts the data first from %s',
    async (source, calls, next) => {
      const { nodes, edges } = await graphOf(source);
      expect(nodes.find(({ id }) => id === 'ExtractData')).toMatchObject({
        calls: expect.stringContaining(calls),
      });
      expect(edges).toEqual(
        expect.arrayContaining([
          `ExtractData → ${next}`,
          'ExtractData error DescribeFailure States.ALL',
        ]),
      );
    },
  );
});
