import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ORCHESTRATOR,
  DEFAULT_PIPELINE_TYPES,
  hasPipelineType,
} from 'backstage-plugin-ml-orchestrator-common';

/** What makes an entity likely to be an ML pipeline; one of these is enough. */
export interface PipelineSigns {
  /** Values of `spec.type`. */
  types?: readonly string[];
  tags?: readonly string[];
}

/** `spec.type: ml-pipeline`, as the starters have it, or a tag that says so. */
export const DEFAULT_PIPELINE_SIGNS = {
  types: DEFAULT_PIPELINE_TYPES,
  tags: ['ml-pipeline'],
} satisfies PipelineSigns;

/** Whether an entity is linked to an orchestrator. */
export function isLinked(entity: Entity): boolean {
  return Boolean(
    entity.metadata.annotations?.[ANNOTATION_ORCHESTRATOR]?.trim(),
  );
}

/** Whether a component has signs of a pipeline. */
function isLikely(entity: Entity, { types = [], tags = [] }: PipelineSigns) {
  return (
    hasPipelineType(entity, types) ||
    tags.some(tag => entity.metadata.tags?.includes(tag))
  );
}

/** The template links components only, and detection looks at nothing else. */
function isUnlinkedComponent(entity: Entity) {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' && !isLinked(entity)
  );
}

/** Whether to invite people to link an entity: a component that is likely a pipeline, and not linked yet. */
export function isInvited(
  entity: Entity,
  signs: PipelineSigns = DEFAULT_PIPELINE_SIGNS,
): boolean {
  return isUnlinkedComponent(entity) && isLikely(entity, signs);
}

/** Whether to show only what detection proposes for an entity: a component that is not linked, and not invited either. */
export function isProposable(
  entity: Entity,
  signs: PipelineSigns = DEFAULT_PIPELINE_SIGNS,
): boolean {
  return isUnlinkedComponent(entity) && !isLikely(entity, signs);
}
