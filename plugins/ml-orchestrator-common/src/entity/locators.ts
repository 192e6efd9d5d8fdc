import {
  ANNOTATION_AIRFLOW_DAG,
  ANNOTATION_SAGEMAKER_PIPELINE,
  ANNOTATION_STATE_MACHINE,
} from './annotations';
import type { AnnotatedEntity } from './readDecision';

/** Where an entity's pipeline is found in its orchestrator, as an annotation. */
export interface Locator {
  annotation: string;
  value: string;
}

/** A locator of something in AWS, taken apart. */
export interface AwsPipeline {
  kind: 'sagemakerPipeline' | 'stateMachine';
  name: string;
  /** Present when the locator is an ARN. */
  arn?: { text: string; partition: string; region: string };
}

/** A locator of a DAG, taken apart. */
export interface AirflowPipeline {
  kind: 'airflowDag';
  name: string;
  environment?: string;
}

/** A locator, taken apart. */
export type LocatedPipeline = AwsPipeline | AirflowPipeline;

interface LocatorKind {
  kind: LocatedPipeline['kind'];
  annotation: string;
  /** What a locator of this kind looks like, as its service defines names and ARNs. */
  pattern: RegExp;
  /** The same in words. */
  rule: string;
}

/** Partition, service, region and account of an ARN. */
const arn = (service: string) =>
  `arn:(?<partition>aws[a-z-]*):${service}:(?<region>[a-z0-9-]+):[0-9]{12}`;
const PIPELINE_NAME = '[A-Za-z0-9](?:-*[A-Za-z0-9]){0,255}';
/** White space, wildcards and what else the service keeps out of names. */
const STATE_MACHINE_NAME = '[^\\s\\p{C}<>{}\\[\\]?*"#%\\\\^|~`$&,;:/]{1,80}';

/** Orchestrator id → its kind of locator. An orchestrator that is not here has none. */
const LOCATOR_KINDS = new Map<string, LocatorKind>([
  [
    'sagemaker-pipelines',
    {
      kind: 'sagemakerPipeline',
      annotation: ANNOTATION_SAGEMAKER_PIPELINE,
      pattern: new RegExp(
        `^(?:${arn('sagemaker')}:pipeline/)?(?<name>${PIPELINE_NAME})$`,
      ),
      rule: 'the name or ARN of a SageMaker pipeline',
    },
  ],
  [
    'step-functions',
    {
      kind: 'stateMachine',
      annotation: ANNOTATION_STATE_MACHINE,
      pattern: new RegExp(
        `^(?:${arn('states')}:stateMachine:)?(?<name>${STATE_MACHINE_NAME})$`,
        'u',
      ),
      rule: 'the name or ARN of a state machine',
    },
  ],
  [
    'airflow-mwaa',
    {
      kind: 'airflowDag',
      annotation: ANNOTATION_AIRFLOW_DAG,
      pattern:
        /^(?:(?<environment>[A-Za-z][A-Za-z0-9_-]{0,79})\/)?(?<name>[\w.-]{1,250})$/,
      rule: 'the id of a DAG, as environment/dag where the environment matters',
    },
  ],
]);

/** Ids of the orchestrators that have locators. */
export const LOCATED_ORCHESTRATORS: readonly string[] = [
  ...LOCATOR_KINDS.keys(),
];

/** The annotation that holds the locator of what an orchestrator runs, if it has any. */
export function locatorAnnotation(orchestrator: string): string | undefined {
  return LOCATOR_KINDS.get(orchestrator)?.annotation;
}

/** What a locator of an orchestrator must be, in words; `undefined` when it has none. */
export function locatorRule(orchestrator: string): string | undefined {
  return LOCATOR_KINDS.get(orchestrator)?.rule;
}

/** Whether a text can be a locator of the orchestrator. */
export function isLocator(orchestrator: string, value: string): boolean {
  return LOCATOR_KINDS.get(orchestrator)?.pattern.test(value) ?? false;
}

/** The locators that an entity carries, in the order of the orchestrators. */
export function entityLocators(entity: AnnotatedEntity): Locator[] {
  const annotations = entity.metadata.annotations ?? {};
  return [...LOCATOR_KINDS.values()].flatMap(({ annotation }) => {
    const value = annotations[annotation]?.trim();
    return value ? [{ annotation, value }] : [];
  });
}

/** Takes a locator apart; `undefined` when it is not as its orchestrator's must be. */
export function readLocator({
  annotation,
  value,
}: Locator): LocatedPipeline | undefined {
  const found = [...LOCATOR_KINDS.values()].find(
    kind => kind.annotation === annotation,
  );
  const parts = found?.pattern.exec(value)?.groups;
  if (!found || !parts) {
    return undefined;
  }
  const { name, partition, region, environment } = parts;
  if (found.kind === 'airflowDag') {
    return { kind: found.kind, name, ...(environment && { environment }) };
  }
  return {
    kind: found.kind,
    name,
    ...(partition && { arn: { text: value, partition, region } }),
  };
}
