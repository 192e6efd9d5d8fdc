import { readPipelineGraph } from 'backstage-plugin-ml-orchestrator-common';
import { pipelineGraphFixture } from '../__fixtures__/pipelineGraph';
import { englishTranslate as t } from '../__testUtils__/translate';
import { drawnPipeline, durationWords, saysErrors } from './pipelineDrawing';

const { graph } = pipelineGraphFixture as Extract<
  typeof pipelineGraphFixture,
  { status: 'found' }
>;
const dags = readPipelineGraph(
  ['a', 'b'].map(dag => ({
    dag,
    tasks: [
      {
        task: 'gate',
        operator: '_BranchPythonDecoratedOperator',
        downstream: ['x', 'y'],
      },
      { task: 'x', operator: 'T' },
      { task: 'y', operator: 'T' },
    ],
  })),
).graph!;

describe('drawnPipeline', () => {
  it('leaves out what only errors lead to, until it is asked for', () => {
    const calm = drawnPipeline(t, graph, { errors: false });
    expect(calm.nodes.map(({ id }) => id)).toEqual([
      'Train',
      'Gate',
      'Register',
      'Rejected',
    ]);
    expect(calm.edges.map(({ label }) => label)).toEqual([
      '',
      '$.auc ≥ 0.8',
      'otherwise',
    ]);
    const all = drawnPipeline(t, graph, { errors: true });
    expect(all.nodes).toHaveLength(5);
    expect(all.edges).toContainEqual({
      from: 'Train',
      to: 'Failed',
      kind: 'error',
      label: 'States.ALL',
    });
  });

  it('draws one DAG, or all', () => {
    expect(drawnPipeline(t, dags, { errors: false }).nodes).toHaveLength(6);
    const one = drawnPipeline(t, dags, { errors: false, dag: 'b' });
    expect(one.nodes.map(({ id }) => id)).toEqual(['b.gate', 'b.x', 'b.y']);
    expect(one.edges.map(({ label }) => label)).toEqual(['', '']);
  });

  it('draws two ways between the same nodes as one', () => {
    const { edges } = drawnPipeline(
      t,
      {
        ...graph,
        edges: [
          { from: 'Gate', to: 'Register', kind: 'choice', label: 'a' },
          { from: 'Gate', to: 'Register', kind: 'choice' },
        ],
      },
      { errors: false },
    );
    expect(edges).toEqual([
      { from: 'Gate', to: 'Register', kind: 'choice', label: 'a / otherwise' },
    ]);
  });

  it('draws a circle, which has no start', () => {
    const nodes = graph.nodes.slice(0, 2);
    const circle = drawnPipeline(
      t,
      {
        ...graph,
        nodes,
        edges: [
          { from: 'Train', to: 'Gate', kind: 'next' },
          { from: 'Gate', to: 'Train', kind: 'next' },
        ],
      },
      { errors: false },
    );
    expect(circle.nodes).toEqual(nodes);
  });
});

it('knows whether there is anything to say of errors', () => {
  expect(saysErrors(graph)).toBe(true);
  expect(saysErrors(dags)).toBe(false);
});

it.each([
  [30, '30 s'],
  [90, '90 s'],
  [120, '2 min'],
  [5400, '90 min'],
  [7200, '2 h'],
])('says %d seconds as %s', (seconds, words) => {
  expect(durationWords(t, seconds)).toBe(words);
});
