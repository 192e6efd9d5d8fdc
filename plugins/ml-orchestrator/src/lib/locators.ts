import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_AIRFLOW_DAG,
  ANNOTATION_SAGEMAKER_PIPELINE,
  ANNOTATION_STATE_MACHINE,
} from 'backstage-plugin-ml-orchestrator-common';

/** Where an entity's pipeline is found in its orchestrator. */
export interface Locator {
  title: string;
  /** Name, path or ARN, as annotated. */
  value: string;
}

const LOCATORS = [
  { annotation: ANNOTATION_SAGEMAKER_PIPELINE, title: 'SageMaker pipeline' },
  { annotation: ANNOTATION_STATE_MACHINE, title: 'State machine' },
  { annotation: ANNOTATION_AIRFLOW_DAG, title: 'Airflow DAG' },
];

/** The locators that an entity carries. */
export function entityLocators(entity: Entity): Locator[] {
  return LOCATORS.flatMap(({ annotation, title }) => {
    const value = entity.metadata.annotations?.[annotation]?.trim();
    return value ? [{ title, value }] : [];
  });
}
