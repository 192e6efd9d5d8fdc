import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  dismissedOrchestrators,
  readDecision,
} from 'backstage-plugin-ml-orchestrator-common';
import type { RepositorySource } from './repositorySource';

/** An entity whose repository is to be looked at. */
export interface Candidate {
  entityRef: string;
  source: RepositorySource;
  /** Ids of orchestrators that people say it does not run on. */
  dismissed: ReadonlySet<string>;
  /** Folders below the source that other entities are described in. */
  foreign: readonly string[];
  /** Whether a path below the source is the entity's own, and in none of these. */
  owns: (path: string) => boolean;
}

/**
 * The entities to look at, in the order of their references: not linked, not dismissed,
 * of one of the types, and alone in their folder. Where several components are described
 * in one folder, nobody knows which of them the pipeline is.
 */
export function findCandidates(
  entities: Entity[],
  sourceOf: (entity: Entity) => RepositorySource | undefined,
  types?: ReadonlySet<string>,
): Candidate[] {
  const located = entities.flatMap(entity => {
    const source = sourceOf(entity);
    return source ? [{ entity, source }] : [];
  });
  const inPlace = new Map<string, number>();
  for (const { source } of located) {
    inPlace.set(source.place, (inPlace.get(source.place) ?? 0) + 1);
  }
  const below = foldersBelow([...inPlace.keys()]);
  return located
    .filter(({ entity, source }) => {
      const type = String(entity.spec?.type ?? '').toLowerCase();
      return (
        inPlace.get(source.place) === 1 &&
        (!types || types.has(type)) &&
        !readDecision(entity) &&
        dismissedOrchestrators(entity) !== 'all'
      );
    })
    .map(({ entity, source }) => {
      const foreign = below(source.place);
      return {
        entityRef: stringifyEntityRef(entity),
        source,
        dismissed: dismissedOrchestrators(entity) as ReadonlySet<string>,
        foreign,
        owns: (path: string) =>
          !foreign.some(folder => path.startsWith(folder)),
      };
    })
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
}

/** Answers which places are inside of one, seen from there: in a sorted list they follow it. */
function foldersBelow(places: string[]): (place: string) => string[] {
  const sorted = [...places].sort();
  const position = new Map(sorted.map((place, index) => [place, index]));
  return place => {
    const found: string[] = [];
    let at = position.get(place)! + 1;
    while (at < sorted.length && sorted[at].startsWith(place)) {
      found.push(sorted[at].slice(place.length));
      at++;
    }
    return found;
  };
}
