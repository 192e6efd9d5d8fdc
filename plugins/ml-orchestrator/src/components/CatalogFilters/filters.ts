import type { Entity } from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_VERDICT,
} from 'backstage-plugin-ml-orchestrator-common';

/**
 * Entities with one of some values of an annotation. The catalog's backend filters, so
 * that pages and counts are right however the list is paged.
 */
class AnnotationFilter implements EntityFilter {
  constructor(readonly annotation: string, readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.annotations.${this.annotation}`]: this.values };
  }

  filterEntity(entity: Entity): boolean {
    const value = entity.metadata.annotations?.[this.annotation];
    return value !== undefined && this.values.includes(value);
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

/** Entities that run on one of some orchestrators. */
export class EntityOrchestratorFilter extends AnnotationFilter {
  constructor(values: string[]) {
    super(ANNOTATION_ORCHESTRATOR, values);
  }
}

/** Entities with one of some verdicts, as the catalog last noted them. */
export class EntityVerdictFilter extends AnnotationFilter {
  constructor(values: string[]) {
    super(ANNOTATION_VERDICT, values);
  }
}
