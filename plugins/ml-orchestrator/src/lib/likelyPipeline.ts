import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';

/** What makes an entity likely to be an ML pipeline; one of these is enough. */
export interface PipelineSigns {
  /** Values of `spec.type`. */
  types?: readonly string[];
  tags?: readonly string[];
}

/** `spec.type: ml-pipeline`, as the starters have it, or a tag that says so. */
export const DEFAULT_PIPELINE_SIGNS = {
  types: ['ml-pipeline'],
  tags: ['ml-pipeline'],
} satisfies PipelineSigns;

/** Whether an entity is linked to an orchestrator. */
export function isLinked(entity: Entity): boolean {
  return Boolean(
    entity.metadata.annotations?.[ANNOTATION_ORCHESTRATOR]?.trim(),
  );
}

/** Whether to invite people to link an entity: a component that is likely a pipeline, and not linked yet. */
export function isInvited(
  entity: Entity,
  { types = [], tags = [] }: PipelineSigns = DEFAULT_PIPELINE_SIGNS,
): boolean {
  const type = String(entity.spec?.type ?? '');
  return (
    // The template links components only.
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    !isLinked(entity) &&
    (types.some(
      t => t.toLocaleLowerCase('en-US') === type.toLocaleLowerCase('en-US'),
    ) ||
      tags.some(tag => entity.metadata.tags?.includes(tag)))
  );
}
