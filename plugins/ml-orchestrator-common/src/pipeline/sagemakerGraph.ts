import { z } from 'zod';
import { stepConditionText } from './conditionText';
import type {
  PipelineEdge,
  PipelineGraph,
  PipelineNode,
  PipelineNodeKind,
  PipelineRetry,
} from './types';

const retrySchema = z.looseObject({
  ExceptionType: z.array(z.string()).default([]),
  MaxAttempts: z.number().optional(),
  ExpireAfterMin: z.number().optional(),
});

/** What is read of a step; everything else may be there as well. */
interface Step {
  Name: string;
  Type: string;
  Description?: string;
  DependsOn: string[];
  RetryPolicies?: z.infer<typeof retrySchema>[];
  Arguments: StepArguments;
  [other: string]: unknown;
}

interface StepArguments {
  Conditions?: Record<string, unknown>[];
  IfSteps?: Step[];
  ElseSteps?: Step[];
  [other: string]: unknown;
}

const stepSchema: z.ZodType<Step> = z.looseObject({
  Name: z.string(),
  Type: z.string(),
  Description: z.string().optional(),
  DependsOn: z.array(z.string()).default([]),
  RetryPolicies: z.array(retrySchema).optional(),
  Arguments: z
    .looseObject({
      Conditions: z.array(z.looseObject({})).optional(),
      IfSteps: z.array(z.lazy(() => stepSchema)).optional(),
      ElseSteps: z.array(z.lazy(() => stepSchema)).optional(),
    })
    .default({}),
});

/** A compiled SageMaker pipeline definition, as far as it is drawn. */
export const sagemakerPipelineSchema = z.looseObject({
  Steps: z.array(stepSchema),
});

type Pipeline = z.infer<typeof sagemakerPipelineSchema>;

const KINDS = new Map<string, PipelineNodeKind>([
  ['Processing', 'processing-job'],
  ['ClarifyCheck', 'processing-job'],
  ['QualityCheck', 'processing-job'],
  ['Training', 'training-job'],
  ['AutoML', 'training-job'],
  ['Tuning', 'tuning-job'],
  ['Transform', 'transform-job'],
  ['Model', 'model'],
  ['RegisterModel', 'model'],
  ['Condition', 'decision'],
  ['Fail', 'failure'],
]);

/** The graph of a SageMaker pipeline: all that a step waits for, and the branches of its conditions. */
export function sagemakerGraph({ Steps }: Pipeline): PipelineGraph {
  const nodes: PipelineNode[] = [];
  const edges: PipelineEdge[] = [];
  drawSteps(Steps, { nodes, edges });
  return { format: 'sagemaker-pipeline', nodes, edges, groups: [] };
}

function drawSteps(
  steps: Step[],
  graph: { nodes: PipelineNode[]; edges: PipelineEdge[] },
): void {
  for (const step of steps) {
    graph.nodes.push(nodeOf(step));
    for (const from of needs(step)) {
      graph.edges.push({ from, to: step.Name, kind: 'next' });
    }
    const { IfSteps = [], ElseSteps = [] } = step.Arguments;
    for (const [branch, label] of [
      [IfSteps, 'true'],
      [ElseSteps, 'false'],
    ] as const) {
      const names = new Set(branch.map(({ Name }) => Name));
      // What waits for another step of its branch follows from that one.
      for (const inner of branch) {
        if (!needs(inner).some(name => names.has(name))) {
          graph.edges.push({
            from: step.Name,
            to: inner.Name,
            kind: 'choice',
            label,
          });
        }
      }
      drawSteps(branch, graph);
    }
  }
}

/** The steps whose results a step uses, and those that it is told to wait for. */
function needs(step: Step): string[] {
  const { IfSteps, ElseSteps, ...own } = step.Arguments;
  const needed = new Set<string>();
  addUsed(own, needed);
  step.DependsOn.forEach(name => needed.add(name));
  needed.delete(step.Name);
  return [...needed];
}

/** Adds the steps that are referred to anywhere below a node. */
function addUsed(node: unknown, used: Set<string>): void {
  if (typeof node !== 'object' || node === null) {
    return;
  }
  const { Get: get } = node as { Get?: unknown };
  if (typeof get !== 'string') {
    Object.values(node).forEach(value => addUsed(value, used));
    return;
  }
  const [, name] = /^Steps\.([^.[]+)/.exec(get) ?? [];
  if (name) {
    used.add(name);
  }
}

function nodeOf(step: Step): PipelineNode {
  const { Name, Type, Description, RetryPolicies, Arguments } = step;
  const seconds = runtimeOf(Arguments);
  const calls = callOf(step);
  return {
    id: Name,
    title: Name,
    kind: KINDS.get(Type) ?? 'task',
    type: Type,
    ...(Description && { description: Description }),
    ...(calls && { calls }),
    ...(seconds && { timeoutSeconds: seconds }),
    ...(RetryPolicies && { retries: RetryPolicies.map(retryOf) }),
    ...(Arguments.Conditions && {
      condition: Arguments.Conditions.map(stepConditionText).join(' and '),
    }),
  };
}

function retryOf(policy: z.infer<typeof retrySchema>): PipelineRetry {
  const { ExceptionType, MaxAttempts, ExpireAfterMin } = policy;
  return {
    on: ExceptionType,
    ...(MaxAttempts !== undefined && { attempts: MaxAttempts }),
    ...(ExpireAfterMin !== undefined && { minutes: ExpireAfterMin }),
  };
}

/** How long the job of a step may take. */
function runtimeOf(args: StepArguments): number | undefined {
  const shape = z.looseObject({
    StoppingCondition: z.looseObject({ MaxRuntimeInSeconds: z.number() }),
  });
  const job = [args, args.TrainingJobDefinition]
    .map(place => shape.safeParse(place).data)
    .find(Boolean);
  return job?.StoppingCondition.MaxRuntimeInSeconds;
}

/** The function, queue or program of a step. */
function callOf({ Type, Arguments: args, ...step }: Step): string | undefined {
  const program = z
    .looseObject({
      AppSpecification: z.looseObject({
        ContainerEntrypoint: z.array(z.string()),
      }),
    })
    .safeParse(args).data?.AppSpecification.ContainerEntrypoint;
  const target = [
    step.FunctionArn,
    step.SqsQueueUrl,
    args.ModelPackageGroupName,
    args.ErrorMessage,
  ].find(value => typeof value === 'string');
  return program?.join(' ') ?? (target as string | undefined);
}
