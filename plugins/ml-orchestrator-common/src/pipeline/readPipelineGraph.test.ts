import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  MAX_PIPELINE_EDGES,
  MAX_PIPELINE_NODES,
  readPipelineGraph,
} from './readPipelineGraph';
import type { PipelineGraph } from './types';

// The starters' own files: what their repositories hold can be drawn.
const STARTERS = resolve(
  __dirname,
  '../../../scaffolder-backend-module-ml-orchestrator/starters',
);
const fromStarter = (path: string): PipelineGraph => {
  const { graph, problems } = readPipelineGraph(
    JSON.parse(readFileSync(resolve(STARTERS, path), 'utf8')),
  );
  expect(problems).toBeUndefined();
  return graph!;
};
const edgesOf = ({ edges }: PipelineGraph) =>
  edges.map(({ from, to, kind, label }) =>
    [from, kind === 'next' ? '→' : kind, to, label].filter(Boolean).join(' '),
  );
const nodeOf = ({ nodes }: PipelineGraph, id: string) =>
  nodes.find(node => node.id === id);
const problemsOf = (definition: unknown) =>
  readPipelineGraph(definition).problems;

describe('a state machine', () => {
  const state = (rest: object) => ({ Type: 'Pass', End: true, ...rest });

  it.each(['batch', 'endpoint'])('that serves a model (%s) is read', name => {
    const graph = fromStarter(`aws/serving/${name}.asl.json`);
    expect(graph.nodes.length).toBeGreaterThan(25);
    expect(graph.nodes.some(({ kind }) => kind === 'wait')).toBe(true);
  });

  it('goes through branches and items, and on from their ends', () => {
    const { graph } = readPipelineGraph({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'A', States: { A: state({}) } },
            {
              StartAt: 'B',
              States: { B: state({ Next: 'B2', End: false }), B2: state({}) },
            },
          ],
          Next: 'Each',
        },
        Each: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Score',
            States: {
              Score: {
                Type: 'Task',
                Resource: 'arn:aws:states:::lambda:invoke',
                Parameters: { FunctionName: 'score' },
                Retry: [{ ErrorEquals: ['States.ALL'] }],
                End: true,
              },
            },
          },
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    });
    expect(edgesOf(graph!).sort()).toEqual([
      'A → Each',
      'B → B2',
      'B2 → Each',
      'Both → A',
      'Both → B',
      'Each → Score',
      'Score → Done',
    ]);
    expect(graph!.groups.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'branch Both.Branches.0',
      'branch Both.Branches.1',
      'each Each.Items',
    ]);
    expect(nodeOf(graph!, 'Score')).toMatchObject({
      group: 'Each.Items',
      calls: 'lambda:invoke score',
      // As the language defines it for those who do not say.
      retries: [{ on: ['States.ALL'], attempts: 3 }],
    });
  });

  it('in JSONata says its conditions as well', () => {
    const { graph } = readPipelineGraph({
      QueryLanguage: 'JSONata',
      StartAt: 'Gate',
      States: {
        Gate: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $auc > 0.8 %}', Next: 'Yes' }],
          Default: 'No',
        },
        Yes: { Type: 'Succeed' },
        No: { Type: 'Fail' },
      },
    });
    expect(edgesOf(graph!)).toEqual([
      'Gate choice Yes $auc > 0.8',
      'Gate choice No',
    ]);
  });

  it('that is malformed is told of with its place', () => {
    expect(problemsOf({ StartAt: 'A', States: { A: { Next: 'B' } } })).toEqual([
      { path: 'States.A.Type', message: expect.any(String) },
    ]);
    expect(
      problemsOf({
        StartAt: 'A',
        States: { A: { Type: 'Pass', Next: 'Nowhere' } },
      }),
    ).toEqual([{ path: 'A', message: 'names "Nowhere", which is not there' }]);
    expect(problemsOf({ States: {} })).toEqual([
      { path: 'StartAt', message: expect.any(String) },
    ]);
    // Names are unique in the whole of a state machine.
    expect(
      problemsOf({
        StartAt: 'A',
        States: {
          A: {
            Type: 'Parallel',
            Branches: [{ StartAt: 'A', States: { A: state({}) } }],
            End: true,
          },
        },
      }),
    ).toEqual([{ path: 'A', message: 'there are two of this name' }]);
  });
});

describe('a SageMaker pipeline', () => {
  it('of the starter has its order, without what follows from it', () => {
    const graph = fromStarter(
      'sagemaker-pipelines/tests/golden/switches-off.json',
    );
    expect(graph.format).toBe('sagemaker-pipeline');
    expect(edgesOf(graph)).toEqual([
      'Prepare → Train',
      'Train → Evaluate',
      'Evaluate → QualityGate',
      'QualityGate choice Register true',
      'QualityGate choice QualityTooLow false',
    ]);
    expect(nodeOf(graph, 'Train')).toMatchObject({
      kind: 'training-job',
      type: 'Training',
      timeoutSeconds: 3600,
      retries: expect.arrayContaining([
        { on: ['SageMaker.RESOURCE_LIMIT'], minutes: 60 },
      ]),
    });
    expect(nodeOf(graph, 'QualityGate')?.condition).toBe(
      'binary_classification_metrics.auc.value ≥ AucThreshold',
    );
  });

  it('of the starter with every switch on has a gate behind the gate', () => {
    const graph = fromStarter(
      'sagemaker-pipelines/tests/golden/switches-on.json',
    );
    expect(edgesOf(graph)).toEqual(
      expect.arrayContaining([
        'Prepare → Tune',
        'QualityGate choice ApprovalGate true',
        'ApprovalGate choice RegisterApproved true',
      ]),
    );
    expect(nodeOf(graph, 'Tune')?.kind).toBe('tuning-job');
  });

  it('that is malformed is told of with its place', () => {
    expect(problemsOf({ Steps: [{ Name: 'Train' }] })).toEqual([
      { path: 'Steps.0.Type', message: expect.any(String) },
    ]);
    expect(
      problemsOf({ Steps: [{ Name: 'A', Type: 'Lambda', DependsOn: ['B'] }] }),
    ).toEqual([{ path: 'A', message: 'names "B", which is not there' }]);
  });

  it.each([
    [
      {
        Type: 'Not',
        Expression: { Type: 'Equals', LeftValue: 1, RightValue: 2 },
      },
      'not (1 = 2)',
    ],
    [
      {
        Type: 'In',
        QueryValue: { Get: 'Parameters.Mode' },
        Values: ['a', 'b'],
      },
      'Mode in a, b',
    ],
    [
      {
        Type: 'Or',
        Conditions: [
          {
            Type: 'LessThan',
            LeftValue: { 'Std:Join': { On: '-', Values: ['a', 1] } },
            RightValue: 'b',
          },
          { Type: 'Unheard', LeftValue: null, RightValue: { x: 1 } },
        ],
      },
      'a-1 < b or null Unheard {"x":1}',
    ],
  ])('says the condition %j', (condition, text) => {
    const { graph } = readPipelineGraph({
      Steps: [
        {
          Name: 'If',
          Type: 'Condition',
          Arguments: { Conditions: [condition] },
        },
      ],
    });
    expect(graph!.nodes[0].condition).toBe(text);
  });
});

/** What a repository may hold must not keep the backend from everything else. */
describe('a definition that is made to take long', () => {
  const quickly = (definition: unknown) => {
    const start = performance.now();
    const { problems } = readPipelineGraph(definition);
    expect(performance.now() - start).toBeLessThan(1000);
    return problems;
  };

  it('by steps that all wait for all before', () => {
    const chain = (length: number) => {
      const names = Array.from({ length }, (_, i) => `s${i}`);
      return names.map((Name, i) => ({
        Name,
        Type: 'Lambda',
        DependsOn: names.slice(0, i),
      }));
    };
    expect(quickly({ Steps: chain(63) })).toBeUndefined();
    expect(quickly({ Steps: chain(400) })).toEqual([
      { path: '', message: expect.stringContaining('79800 edges') },
    ]);
  });

  it('by references far below', () => {
    let Arguments: object = {
      at: Array.from({ length: 50_000 }, () => ({ Get: 'Steps.B.x' })),
    };
    for (let depth = 0; depth < 1000; depth++) {
      Arguments = { at: Arguments };
    }
    const Steps = [
      { Name: 'A', Type: 'Lambda', Arguments },
      { Name: 'B', Type: 'Lambda' },
    ];
    expect(quickly({ Steps })).toBeUndefined();
  });

  it('by ends that go on', () => {
    const end = (rest: object) => ({ Type: 'Parallel', End: true, ...rest });
    const leaves = Array.from({ length: 10_000 }, (_, i) => [`l${i}`, end({})]);
    let machine: object = { StartAt: 'l0', States: Object.fromEntries(leaves) };
    for (let depth = 0; depth < 300; depth++) {
      const state = end({ Branches: [machine], Next: 'X' });
      machine = { StartAt: `p${depth}`, States: { [`p${depth}`]: state } };
    }
    expect(quickly(machine)).toEqual([
      { path: '', message: expect.stringContaining('10300 nodes') },
    ]);
  });

  it('by the name of an operator', () => {
    const tasks = [
      {
        task: 'a',
        operator: 'T'.repeat(100_000),
        downstream: Array(20_000).fill('b'),
      },
    ];
    expect(quickly([{ dag: 'd', tasks }])).toEqual([
      { path: '', message: expect.stringContaining('20000 edges') },
    ]);
  });
});

describe('Airflow DAGs', () => {
  it('of the starter are a group each', () => {
    const graph = fromStarter('airflow-mwaa/tests/golden/dags.json');
    expect(graph.groups).toEqual([
      {
        id: 'example-pipeline-dev',
        kind: 'dag',
        title: 'example-pipeline-dev',
        schedule: '0 6 1 * *',
      },
      expect.objectContaining({ schedule: 'example-pipeline-dev-incoming' }),
      expect.objectContaining({ id: 'example-pipeline-dev-vip' }),
    ]);
    expect(nodeOf(graph, 'example-pipeline-dev.gate')).toMatchObject({
      kind: 'decision',
      type: '@BranchPython',
      timeoutSeconds: 300,
      retries: [{ on: [], attempts: 2 }],
    });
    expect(
      nodeOf(graph, 'example-pipeline-dev-arrivals.start_run'),
    ).toMatchObject({
      kind: 'start-run',
      type: 'TriggerDagRunOperator.expand',
    });
    expect(edgesOf(graph)).toContain(
      'example-pipeline-dev.prepare → example-pipeline-dev.train',
    );
  });

  it('that are malformed are told of with their place', () => {
    expect(problemsOf([{ dag: 'a', tasks: [{ task: 'b' }] }])).toEqual([
      { path: '0.tasks.0.operator', message: expect.any(String) },
    ]);
    expect(
      problemsOf([
        { dag: 'a', tasks: [{ task: 'b', operator: 'X', downstream: ['c'] }] },
      ]),
    ).toEqual([{ path: 'a.b', message: 'names "a.c", which is not there' }]);
  });
});

describe('nodes and edges', () => {
  it('are drawn as they are', () => {
    const { graph } = readPipelineGraph({
      nodes: [
        { id: 'a', kind: 'decision', detail: 'Decides.' },
        { id: 'b', title: 'B', kind: 'rocket' },
      ],
      edges: [{ from: 'a', to: 'b', label: 'good enough' }],
    });
    expect(graph).toEqual({
      format: 'nodes-and-edges',
      nodes: [
        {
          id: 'a',
          title: 'a',
          kind: 'decision',
          type: 'decision',
          description: 'Decides.',
        },
        { id: 'b', title: 'B', kind: 'task', type: 'rocket' },
      ],
      edges: [{ from: 'a', to: 'b', kind: 'choice', label: 'good enough' }],
      groups: [],
    });
  });

  it('are refused beyond what can be drawn', () => {
    const nodes = Array.from({ length: MAX_PIPELINE_NODES + 1 }, (_, i) => ({
      id: `${i}`,
    }));
    expect(problemsOf({ nodes })).toEqual([
      { path: '', message: expect.stringContaining('501 nodes') },
    ]);
    const edges = Array.from({ length: MAX_PIPELINE_EDGES + 1 }, () => ({
      from: 'a',
      to: 'b',
    }));
    expect(problemsOf({ nodes: [{ id: 'a' }, { id: 'b' }], edges })).toEqual([
      { path: '', message: expect.stringContaining('2001 edges') },
    ]);
  });
});

it.each([null, 'text', 7, {}, { steps: [] }])(
  '%j is no definition',
  definition => {
    expect(problemsOf(definition)).toEqual([
      { path: '', message: expect.stringContaining('neither a state machine') },
    ]);
  },
);
