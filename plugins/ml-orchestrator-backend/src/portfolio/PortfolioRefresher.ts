import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { verdictFinder } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { guidanceVersion } from './guidanceVersion';
import { isCurrent, judge } from './judge';
import type { Judgement } from './judge';
import type { OwnerNotifier } from './OwnerNotifier';
import { pipelineFilter } from './pipelineFilter';
import type { PortfolioStore } from './PortfolioStore';
import { PIPELINE_FIELDS, readPipeline } from './readPipeline';

/** Entities that are asked of the catalog at a time. */
const PAGE = 500;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  guidance: GuidanceService;
  logger: LoggerService;
  store: PortfolioStore;
  /** Values of `spec.type` that make an entity an ML pipeline. */
  types: readonly string[];
  /** Absent where owners are not to be told. */
  notifier?: OwnerNotifier;
  now?: () => Date;
}

/** What a refresh did. */
export interface RefreshResult {
  /** `stopped`: the next refresh goes on. `refused`: other guidance stands in for the configured one. */
  outcome: 'finished' | 'stopped' | 'refused';
  seen: number;
  written: number;
  removed: number;
}

/**
 * Brings the portfolio in line with the catalog and the guidance. It writes page by
 * page and only what changed, so that one that is stopped in the middle has lost
 * nothing: the next finds its rows, and does the rest.
 */
export class PortfolioRefresher {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async refresh(signal?: AbortSignal): Promise<RefreshResult> {
    const { guidance, logger, notifier, store } = this.#options;
    const result = { seen: 0, written: 0, removed: 0 };
    // Several instances each keep guidance of their own: it is read anew, so that whichever
    // does the work does it by what is configured now.
    const loaded = await (guidance.refresh?.() ?? guidance.get());
    if (loaded.standsIn) {
      // At a first start as well: owners would later be told of a change that never was.
      logger.warn(
        'The portfolio stays as it is: the configured guidance is refused, and verdicts of another one would mislead',
      );
      return { outcome: 'refused', ...result };
    }
    const { version, document } = guidanceVersion(loaded.guidance);
    await store.addGuidance(version, document);
    const judgement: Judgement = {
      verdictOf: verdictFinder(loaded.guidance),
      version,
      document,
      earlier: await store.guidances(),
      today: this.#now().slice(0, 10),
      notify: Boolean(notifier),
    };
    const seen = new Set<string>();
    for await (const entities of this.#pages(signal)) {
      const pipelines = entities.map(readPipeline);
      pipelines.forEach(({ entityRef }) => seen.add(entityRef));
      result.seen = seen.size;
      const before = await store.rows(pipelines.map(p => p.entityRef));
      const rows = pipelines
        .filter(p => !isCurrent(before.get(p.entityRef), p, version))
        .map(p => judge(p, before.get(p.entityRef), judgement));
      if (rows.length > 0) {
        await store.write(rows, before, judgement.today);
        result.written += rows.length;
      }
    }
    if (signal?.aborted) {
      return { outcome: 'stopped', ...result };
    }
    // Only who has seen everything knows what is gone.
    result.removed = await store.removeOthers(seen, judgement.today);
    await store.finish(version, this.#now());
    await notifier?.tell(store, loaded.guidance);
    return { outcome: 'finished', ...result };
  }

  async *#pages(signal?: AbortSignal) {
    const { auth, catalog, types } = this.#options;
    let cursor: string | undefined;
    do {
      if (signal?.aborted) {
        return;
      }
      // Asked for each page: a token does not outlast a long walk.
      const credentials = await auth.getOwnServiceCredentials();
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE, fields: PIPELINE_FIELDS }
          : {
              filter: pipelineFilter(types),
              fields: PIPELINE_FIELDS,
              limit: PAGE,
              orderFields: [{ field: 'metadata.uid', order: 'asc' }],
            },
        { credentials },
      );
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}
