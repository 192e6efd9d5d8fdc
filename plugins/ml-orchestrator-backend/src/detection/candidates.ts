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
  /** Whether a path below the source is the entity's own, and not that of one described deeper down. */
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
  const inFolder = new Map<string, number>();
  for (const { source } of located) {
    inFolder.set(source.folder, (inFolder.get(source.folder) ?? 0) + 1);
  }
  const folders = [...inFolder.keys()].sort();
  return located
    .filter(({ entity, source }) => {
      const type = String(entity.spec?.type ?? '').toLowerCase();
      return (
        inFolder.get(source.folder) === 1 &&
        (!types || types.has(type)) &&
        !readDecision(entity) &&
        dismissedOrchestrators(entity) !== 'all'
      );
    })
    .map(({ entity, source }) => {
      const deeper = below(folders, source.folder);
      return {
        entityRef: stringifyEntityRef(entity),
        source,
        dismissed: dismissedOrchestrators(entity) as ReadonlySet<string>,
        owns: (path: string) => !deeper.some(folder => path.startsWith(folder)),
      };
    })
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
}

/** Folders that are inside of one, seen from there. They follow it in a sorted list. */
function below(sorted: string[], folder: string): string[] {
  const found: string[] = [];
  let at = sorted.indexOf(folder) + 1;
  while (at < sorted.length && sorted[at].startsWith(folder)) {
    found.push(sorted[at].slice(folder.length));
    at++;
  }
  return found;
}
