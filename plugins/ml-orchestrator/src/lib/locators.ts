import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_AIRFLOW_DAG,
  ANNOTATION_SAGEMAKER_PIPELINE,
  ANNOTATION_STATE_MACHINE,
} from 'backstage-plugin-ml-orchestrator-common';

import type { Translate } from '../translation';

/** Where an entity's pipeline is found in its orchestrator. */
export interface Locator {
  title: string;
  /** Name, path or ARN, as annotated. */
  value: string;
}

const LOCATORS = [
  { annotation: ANNOTATION_SAGEMAKER_PIPELINE, key: 'sagemakerPipeline' },
  { annotation: ANNOTATION_STATE_MACHINE, key: 'stateMachine' },
  { annotation: ANNOTATION_AIRFLOW_DAG, key: 'airflowDag' },
] as const;

/** The locators that an entity carries. */
export function entityLocators(t: Translate, entity: Entity): Locator[] {
  return LOCATORS.flatMap(({ annotation, key }) => {
    const value = entity.metadata.annotations?.[annotation]?.trim();
    return value ? [{ title: t(`entity.locator.${key}`), value }] : [];
  });
}
