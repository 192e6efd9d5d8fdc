import { InputError } from '@backstage/errors';
import {
  ANNOTATION_AIRFLOW_DAG,
  ANNOTATION_SAGEMAKER_PIPELINE,
  ANNOTATION_STATE_MACHINE,
} from 'backstage-plugin-ml-orchestrator-common';

/** Where an entity's pipeline is found in its orchestrator, as an annotation. */
export interface Locator {
  annotation: string;
  value: string;
}

interface LocatorKind {
  annotation: string;
  /** What a locator of this kind looks like, as its service defines names and ARNs. */
  pattern: RegExp;
  /** The same in words. */
  rule: string;
}

/** Partition, service, region and account of an ARN. */
const arn = (service: string) =>
  `arn:aws[a-z-]*:${service}:[a-z0-9-]+:[0-9]{12}`;
const PIPELINE_NAME = '[A-Za-z0-9](?:-*[A-Za-z0-9]){0,255}';
/** White space, wildcards and what else the service keeps out of names. */
const STATE_MACHINE_NAME = '[^\\s\\p{C}<>{}\\[\\]?*"#%\\\\^|~`$&,;:/]{1,80}';

/** Orchestrator id → its kind of locator. An orchestrator that is not here has none. */
const LOCATOR_KINDS = new Map<string, LocatorKind>([
  [
    'sagemaker-pipelines',
    {
      annotation: ANNOTATION_SAGEMAKER_PIPELINE,
      pattern: new RegExp(
        `^(?:${arn('sagemaker')}:pipeline/)?${PIPELINE_NAME}$`,
      ),
      rule: 'the name or ARN of a SageMaker pipeline',
    },
  ],
  [
    'step-functions',
    {
      annotation: ANNOTATION_STATE_MACHINE,
      pattern: new RegExp(
        `^(?:${arn('states')}:stateMachine:)?${STATE_MACHINE_NAME}$`,
        'u',
      ),
      rule: 'the name or ARN of a state machine',
    },
  ],
  [
    'airflow-mwaa',
    {
      annotation: ANNOTATION_AIRFLOW_DAG,
      pattern: /^(?:[A-Za-z][A-Za-z0-9_-]{0,79}\/)?[\w.-]{1,250}$/,
      rule: 'the id of a DAG, as environment/dag where the environment matters',
    },
  ],
]);

/** The annotation that holds the locator of what an orchestrator runs, if it has any. */
export function locatorAnnotation(orchestrator: string): string | undefined {
  return LOCATOR_KINDS.get(orchestrator)?.annotation;
}

/** Reads a locator as one of the orchestrator's; refuses what cannot be one. */
export function parseLocator(orchestrator: string, value: string): Locator {
  const kind = LOCATOR_KINDS.get(orchestrator);
  if (!kind) {
    const known = [...LOCATOR_KINDS.keys()].join(', ');
    throw new InputError(
      `locator: there is none for "${orchestrator}"; there is one for: ${known}`,
    );
  }
  if (!kind.pattern.test(value)) {
    throw new InputError(
      `locator: "${value}" does not fit "${orchestrator}"; it must be ${kind.rule}`,
    );
  }
  return { annotation: kind.annotation, value };
}
