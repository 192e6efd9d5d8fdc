import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_VERDICT } from 'backstage-plugin-ml-orchestrator-common';
import type { Verdict } from 'backstage-plugin-ml-orchestrator-common';

/**
 * Notes a verdict in an annotation, so that the catalog itself can filter, count and
 * page by it. It is as old as the last processing of the entity; what somebody wrote
 * there by hand goes.
 */
export function withVerdict(
  entity: Entity,
  verdict: Verdict | undefined,
): Entity {
  const { [ANNOTATION_VERDICT]: before, ...annotations } =
    entity.metadata.annotations ?? {};
  if (before === verdict) {
    return entity;
  }
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...annotations,
        ...(verdict && { [ANNOTATION_VERDICT]: verdict }),
      },
    },
  };
}
