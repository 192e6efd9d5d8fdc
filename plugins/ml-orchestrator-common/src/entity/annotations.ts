/** Annotation: id of the orchestrator that runs the entity. */
export const ANNOTATION_ORCHESTRATOR = 'ml-orchestrator/orchestrator';
/** Annotation: the answers behind the decision, as `question=option,…`. */
export const ANNOTATION_ANSWERS = 'ml-orchestrator/answers';
/** Annotation: why another orchestrator than the recommended one was chosen. */
export const ANNOTATION_OVERRIDE_REASON = 'ml-orchestrator/override-reason';
/** Annotation: the day of the decision, as `2026-11-24`. */
export const ANNOTATION_DECIDED_ON = 'ml-orchestrator/decided-on';
/** Annotation that the catalog module itself sets: the verdict of the guidance when the entity was last processed. */
export const ANNOTATION_VERDICT = 'ml-orchestrator/verdict';
/** Annotation: name or ARN of the SageMaker pipeline. */
export const ANNOTATION_SAGEMAKER_PIPELINE =
  'ml-orchestrator/sagemaker-pipeline';
/** Annotation: name or ARN of the Step Functions state machine. */
export const ANNOTATION_STATE_MACHINE = 'ml-orchestrator/state-machine';
/** Annotation: id of the Airflow DAG, as `environment/dag` where the environment matters. */
export const ANNOTATION_AIRFLOW_DAG = 'ml-orchestrator/airflow-dag';
/** Annotation: AWS region of what the locators name, where they are names and not ARNs. */
export const ANNOTATION_AWS_REGION = 'ml-orchestrator/aws-region';
/** Annotation: entity reference of who decided. */
export const ANNOTATION_DECIDED_BY = 'ml-orchestrator/decided-by';
/** Annotation: path of the decision record, relative to the file that describes the entity. */
export const ANNOTATION_DECISION_RECORD = 'ml-orchestrator/decision-record';
/** Annotation: path of the file that the pipeline graph is read from, relative to the file that describes the entity. */
export const ANNOTATION_PIPELINE_DEFINITION =
  'ml-orchestrator/pipeline-definition';
/** Annotation: proposals of detection that are dismissed: `dismissed`, or `not` and ids of orchestrators. */
export const ANNOTATION_DETECTION = 'ml-orchestrator/detection';

/** Relation from an entity to its orchestrator. */
export const RELATION_ORCHESTRATED_BY = 'orchestratedBy';
/** Relation from an orchestrator to what it runs. */
export const RELATION_ORCHESTRATES = 'orchestrates';

/** `spec.type` of the Resource that stands for an orchestrator. */
export const RESOURCE_TYPE_ORCHESTRATOR = 'ml-orchestrator';
