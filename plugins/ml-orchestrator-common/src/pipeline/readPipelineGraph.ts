import { airflowGraph, airflowDagsSchema } from './airflowGraph';
import { nodesAndEdgesGraph, nodesAndEdgesSchema } from './nodesAndEdgesGraph';
import { graphProblems, shapeProblems } from './problems';
import { sagemakerGraph, sagemakerPipelineSchema } from './sagemakerGraph';
import { stateMachineGraph, stateMachineSchema } from './stateMachineGraph';
import { withoutImpliedEdges } from './withoutImpliedEdges';
import type {
  PipelineDefinitionFormat,
  PipelineDefinitionProblem,
  PipelineEdge,
  PipelineGraph,
  PipelineGraphResult,
} from './types';

/** A drawing of more nodes than this is no help, and slow. */
export const MAX_PIPELINE_NODES = 500;
/** The same of edges, which a file can have far more of. */
export const MAX_PIPELINE_EDGES = 2000;

type Read = (definition: unknown) => PipelineGraphResult;

const READERS: Record<PipelineDefinitionFormat, Read> = {
  'state-machine': reader(stateMachineSchema, stateMachineGraph),
  'sagemaker-pipeline': reader(
    sagemakerPipelineSchema,
    sagemakerGraph,
    withoutImpliedEdges,
  ),
  'airflow-dags': reader(airflowDagsSchema, airflowGraph),
  'nodes-and-edges': reader(nodesAndEdgesSchema, nodesAndEdgesGraph),
};

/**
 * Reads the graph from a pipeline's parsed definition: Amazon States Language, a
 * compiled SageMaker pipeline, the structure of Airflow DAGs, or nodes and edges.
 * Says what is wrong and where, when it is none of these.
 */
export function readPipelineGraph(definition: unknown): PipelineGraphResult {
  const format = formatOf(definition);
  if (!format) {
    return {
      problems: [
        {
          path: '',
          message:
            'neither a state machine ("States"), nor a SageMaker pipeline ("Steps"), nor a list of DAGs, nor "nodes" and "edges"',
        },
      ],
    };
  }
  return READERS[format](definition);
}

/** The format that a definition has the outline of. */
export function formatOf(
  definition: unknown,
): PipelineDefinitionFormat | undefined {
  if (Array.isArray(definition)) {
    return 'airflow-dags';
  }
  if (typeof definition !== 'object' || definition === null) {
    return undefined;
  }
  if ('States' in definition) {
    return 'state-machine';
  }
  if ('Steps' in definition) {
    return 'sagemaker-pipeline';
  }
  return 'nodes' in definition ? 'nodes-and-edges' : undefined;
}

function reader<T>(
  schema: {
    safeParse: (
      value: unknown,
    ) =>
      | { success: true; data: T }
      | { success: false; error: Parameters<typeof shapeProblems>[0] };
  },
  draw: (definition: T) => PipelineGraph,
  /** Done with edges only when they are few enough: it takes long. */
  tidy = (edges: PipelineEdge[]) => edges,
): Read {
  return definition => {
    const parsed = schema.safeParse(definition);
    if (!parsed.success) {
      return { problems: shapeProblems(parsed.error) };
    }
    const graph = draw(parsed.data);
    const problems = sizeProblems(graph) ?? graphProblems(graph);
    return problems.length > 0
      ? { problems }
      : { graph: { ...graph, edges: tidy(graph.edges) } };
  };
}

function sizeProblems({
  nodes,
  edges,
}: PipelineGraph): PipelineDefinitionProblem[] | undefined {
  const [count, most, what] =
    nodes.length > MAX_PIPELINE_NODES
      ? [nodes.length, MAX_PIPELINE_NODES, 'nodes']
      : [edges.length, MAX_PIPELINE_EDGES, 'edges'];
  return count > most
    ? [{ path: '', message: `has ${count} ${what}; ${most} can be drawn` }]
    : undefined;
}
