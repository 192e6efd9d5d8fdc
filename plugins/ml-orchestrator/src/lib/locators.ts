import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  ANNOTATION_AIRFLOW_DAG,
  ANNOTATION_AWS_REGION,
  ANNOTATION_SAGEMAKER_PIPELINE,
  ANNOTATION_STATE_MACHINE,
  consoleLink,
  entityLocators,
  readLocator,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  ConsoleLink,
  Consoles,
} from 'backstage-plugin-ml-orchestrator-common';

const KEYS: Readonly<Record<string, LinkedLocator['key']>> = {
  [ANNOTATION_SAGEMAKER_PIPELINE]: 'sagemakerPipeline',
  [ANNOTATION_STATE_MACHINE]: 'stateMachine',
  [ANNOTATION_AIRFLOW_DAG]: 'airflowDag',
};

/** Where an entity's pipeline is found in its orchestrator, with the page that shows it. */
export interface LinkedLocator {
  key: 'sagemakerPipeline' | 'stateMachine' | 'airflowDag';
  /** Name, path or ARN, as annotated. */
  value: string;
  /** Whether the value is what its annotation needs. */
  wellFormed: boolean;
  link?: ConsoleLink;
}

/** The locators that an entity carries, and where they lead. */
export function linkedLocators(
  entity: Entity,
  consoles: Consoles,
): LinkedLocator[] {
  const region = entity.metadata.annotations?.[ANNOTATION_AWS_REGION]?.trim();
  const its = region ? { ...consoles, region } : consoles;
  return entityLocators(entity).map(locator => {
    const located = readLocator(locator);
    return {
      key: KEYS[locator.annotation],
      value: locator.value,
      wellFormed: located !== undefined,
      link: located && consoleLink(located, its),
    };
  });
}

/** The organisation's consoles, from `mlOrchestrator.consoles`. */
export function configuredConsoles(config: Config): Consoles {
  const consoles = config.getOptionalConfig('mlOrchestrator.consoles');
  return {
    region: consoles?.getOptionalString('region'),
    account: consoles?.getOptionalString('account'),
    studio: consoles?.getOptionalString('studio'),
    environment: consoles?.getOptionalString('environment'),
    airflow: consoles?.getOptional<Record<string, string>>('airflow'),
  };
}
