/** What a node of a pipeline graph is, in a word that means the same for every orchestrator. */
export type PipelineNodeKind =
  | 'processing-job'
  | 'training-job'
  | 'tuning-job'
  | 'transform-job'
  | 'model'
  | 'task'
  | 'decision'
  | 'parallel'
  | 'each'
  | 'wait'
  | 'data'
  | 'start-run'
  | 'success'
  | 'failure';

/** What is tried again, and how often. */
export interface PipelineRetry {
  /** Names of errors; empty: any. */
  on: string[];
  attempts?: number;
  /** Tried again until so much time has passed. */
  minutes?: number;
}

/** A step, state or task of a pipeline. */
export interface PipelineNode {
  /** Unique in the graph. */
  id: string;
  title: string;
  kind: PipelineNodeKind;
  /** What its orchestrator calls it: a state type, a step type, an operator. */
  type: string;
  /** The {@link PipelineGroup} it belongs to. */
  group?: string;
  description?: string;
  /** The API, function or program that it calls. */
  calls?: string;
  timeoutSeconds?: number;
  retries?: PipelineRetry[];
  /** What a decision decides by, in the definition's terms. */
  condition?: string;
}

/** What comes after what. */
export interface PipelineEdge {
  from: string;
  to: string;
  /** `error`: taken when the node fails. */
  kind: 'next' | 'choice' | 'error';
  /** Under which condition, or on which errors; a choice without one is taken otherwise. */
  label?: string;
}

/** Nodes that belong together: a DAG, a branch, what is done for each item. */
export interface PipelineGroup {
  id: string;
  kind: 'dag' | 'branch' | 'each';
  /** Id of the DAG, number of the branch, or name of the state that goes through items. */
  title: string;
  /** When runs of a DAG start. */
  schedule?: string;
}

/** The formats that a pipeline graph is read from. */
export type PipelineDefinitionFormat =
  | 'state-machine'
  | 'sagemaker-pipeline'
  | 'airflow-dags'
  | 'nodes-and-edges';

/** Nodes and edges of a workflow, the same for every orchestrator. */
export interface PipelineGraph {
  format: PipelineDefinitionFormat;
  /** In the order of the definition. */
  nodes: PipelineNode[];
  edges: PipelineEdge[];
  groups: PipelineGroup[];
}

/** What is wrong with a definition, and where in it. */
export interface PipelineDefinitionProblem {
  /** Such as `States.Train.Next`; empty: the whole file. */
  path: string;
  message: string;
}

/** A graph, or why there is none. */
export type PipelineGraphResult =
  | { graph: PipelineGraph; problems?: undefined }
  | { graph?: undefined; problems: PipelineDefinitionProblem[] };
