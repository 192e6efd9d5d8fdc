import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * Where the catalog found an entity, as it noted itself. Not `backstage.io/source-location`:
 * that can be set in the entity's file, to any address that the backend's tokens open.
 */
export function notedLocation(
  entity: Entity,
): { type: string; target: string } | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  return location ? parseLocationRef(location) : undefined;
}
