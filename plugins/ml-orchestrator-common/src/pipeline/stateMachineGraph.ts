import { z } from 'zod';
import { choiceText } from './conditionText';
import type {
  PipelineEdge,
  PipelineGraph,
  PipelineGroup,
  PipelineNode,
  PipelineNodeKind,
} from './types';

const errors = z.array(z.string());

/** What is read of a state; everything else may be there as well. */
interface State {
  Type: string;
  Comment?: string;
  Resource?: string;
  Next?: string;
  End?: boolean;
  Default?: string;
  TimeoutSeconds?: number | string;
  Choices?: { Next: string; [other: string]: unknown }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Retry?: { ErrorEquals: string[]; MaxAttempts?: number }[];
  Branches?: Machine[];
  ItemProcessor?: Machine;
  /** The older name of `ItemProcessor`. */
  Iterator?: Machine;
  [other: string]: unknown;
}

interface Machine {
  StartAt: string;
  States: Record<string, State>;
}

/** A state machine in Amazon States Language, as far as it is drawn. */
export const stateMachineSchema: z.ZodType<Machine> = z.looseObject({
  StartAt: z.string(),
  States: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Comment: z.string().optional(),
      Resource: z.string().optional(),
      Next: z.string().optional(),
      End: z.boolean().optional(),
      Default: z.string().optional(),
      TimeoutSeconds: z.union([z.number(), z.string()]).optional(),
      Choices: z.array(z.looseObject({ Next: z.string() })).optional(),
      Catch: z
        .array(z.looseObject({ ErrorEquals: errors, Next: z.string() }))
        .optional(),
      Retry: z
        .array(
          z.looseObject({
            ErrorEquals: errors,
            MaxAttempts: z.number().optional(),
          }),
        )
        .optional(),
      Branches: z.array(z.lazy(() => stateMachineSchema)).optional(),
      ItemProcessor: z.lazy(() => stateMachineSchema).optional(),
      Iterator: z.lazy(() => stateMachineSchema).optional(),
    }),
  ),
});

const KINDS = new Map<string, PipelineNodeKind>([
  ['Pass', 'data'],
  ['Choice', 'decision'],
  ['Parallel', 'parallel'],
  ['Map', 'each'],
  ['Wait', 'wait'],
  ['Succeed', 'success'],
  ['Fail', 'failure'],
]);

const CALLS: [RegExp, PipelineNodeKind][] = [
  [/createProcessingJob/, 'processing-job'],
  [/createTrainingJob/, 'training-job'],
  [/createHyperParameterTuningJob/, 'tuning-job'],
  [/createTransformJob/, 'transform-job'],
  [/create(?:Model|ModelPackage)(?:\.|$)/, 'model'],
  [/startExecution/, 'start-run'],
];

/** How many attempts a retrier makes that does not say. */
const DEFAULT_ATTEMPTS = 3;

/** The graph of a state machine. State names are unique in the whole of it, branches included. */
export function stateMachineGraph(definition: Machine): PipelineGraph {
  const graph: PipelineGraph = {
    format: 'state-machine',
    nodes: [],
    edges: [],
    groups: [],
  };
  draw(definition, graph);
  return graph;
}

/** Draws one machine into the graph; gives the states that it ends with. */
function draw(
  definition: Machine,
  graph: PipelineGraph,
  group?: PipelineGroup,
): string[] {
  const ends: string[] = [];
  for (const [name, state] of Object.entries(definition.States)) {
    graph.nodes.push(nodeOf(name, state, group));
    const inner = innerMachines(name, state).flatMap(part => {
      graph.groups.push(part.group);
      graph.edges.push({
        from: name,
        to: part.inside.StartAt,
        kind: 'next',
      });
      return draw(part.inside, graph, part.group);
    });
    // What is inside goes on where its state does.
    const exits = inner.length > 0 ? inner : [name];
    graph.edges.push(...edgesOf(name, state, exits));
    // One that goes on is no end, or what is inside would be told of again at each level.
    if (!state.Next && (state.End || state.Type === 'Succeed')) {
      ends.push(...exits);
    }
  }
  return ends;
}

function innerMachines(name: string, state: State) {
  const branches = (state.Branches ?? []).map((inside, i) => ({
    inside,
    group: {
      id: `${name}.Branches.${i}`,
      kind: 'branch' as const,
      title: String(i + 1),
    },
  }));
  const each = state.ItemProcessor ?? state.Iterator;
  return each
    ? [
        ...branches,
        {
          inside: each,
          group: { id: `${name}.Items`, kind: 'each' as const, title: name },
        },
      ]
    : branches;
}

function edgesOf(name: string, state: State, exits: string[]): PipelineEdge[] {
  const choices = (state.Choices ?? []).map(choice => ({
    from: name,
    to: choice.Next,
    kind: 'choice' as const,
    label: choiceText(choice),
  }));
  return [
    ...choices,
    ...(state.Default
      ? [{ from: name, to: state.Default, kind: 'choice' as const }]
      : []),
    ...exits.flatMap(from =>
      state.Next ? [{ from, to: state.Next, kind: 'next' as const }] : [],
    ),
    ...(state.Catch ?? []).map(({ ErrorEquals, Next }) => ({
      from: name,
      to: Next,
      kind: 'error' as const,
      label: ErrorEquals.join(', '),
    })),
  ];
}

function nodeOf(
  name: string,
  state: State,
  group?: PipelineGroup,
): PipelineNode {
  const { Comment, Resource, TimeoutSeconds, Retry, Choices } = state;
  return {
    id: name,
    title: name,
    kind: kindOf(state),
    type: state.Type,
    ...(group && { group: group.id }),
    ...(Comment && { description: Comment }),
    ...(Resource && { calls: callOf(state) }),
    ...(typeof TimeoutSeconds === 'number' && {
      timeoutSeconds: TimeoutSeconds,
    }),
    ...(Retry && {
      retries: Retry.map(({ ErrorEquals, MaxAttempts = DEFAULT_ATTEMPTS }) => ({
        on: ErrorEquals,
        attempts: MaxAttempts,
      })),
    }),
    ...(Choices && { condition: Choices.map(choiceText).join('; ') }),
  };
}

function kindOf({ Type, Resource = '' }: State): PipelineNodeKind {
  const call = CALLS.find(([pattern]) => pattern.test(Resource));
  return KINDS.get(Type) ?? call?.[1] ?? 'task';
}

/** `sagemaker:createTrainingJob.sync`, or the ARN of a function or activity. */
function callOf({ Resource = '', ...state }: State): string {
  const service = Resource.replace(/^arn:aws[a-z-]*:states:::/, '');
  const called = (state.Parameters ?? state.Arguments) as
    | Record<string, unknown>
    | undefined;
  const target = called?.FunctionName ?? called?.StateMachineArn;
  return typeof target === 'string' ? `${service} ${target}` : service;
}
