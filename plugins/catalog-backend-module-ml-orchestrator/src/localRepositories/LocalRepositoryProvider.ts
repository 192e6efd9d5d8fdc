import { createHash } from 'node:crypto';
import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type LocationEntityV1alpha1,
} from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { scanRepositories, type LocalRepository } from './scanRepositories';

/**
 * Registers the local git repositories below a folder: a file location for each
 * `catalog-info.yaml`. Everything else is the catalog's usual way with files, so
 * entities have their place in the file system and TechDocs finds the documents.
 * Repositories that are gone take their entities with them.
 */
export class LocalRepositoryProvider implements EntityProvider {
  readonly #root: string;
  readonly #runner: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;
  /** What the catalog knows, by path; `undefined` before the first scan. */
  #known?: Map<string, number>;

  constructor(options: {
    root: string;
    runner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }) {
    this.#root = options.root;
    this.#runner = options.runner;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'ml-orchestrator:local-repositories';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#runner.run({
      id: 'ml-orchestrator:scan-local-repositories',
      fn: () => this.scan(),
    });
  }

  /** Looks at the folder, and tells the catalog what changed since the last time. */
  async scan(): Promise<void> {
    const connection = this.#connection;
    if (!connection) {
      throw new Error('The provider is not connected to the catalog yet');
    }
    const found = await scanRepositories(this.#root);
    const before = this.#known;
    const now = new Map(found.map(r => [r.catalogInfo, r.modified]));
    const sameSet =
      before?.size === now.size && [...now.keys()].every(k => before.has(k));
    if (!sameSet) {
      await connection.applyMutation({
        type: 'full',
        entities: found.map(repository => ({
          entity: locationEntity(repository),
          locationKey: this.getProviderName(),
        })),
      });
      this.#logger.info(`Found ${found.length} local repositories`);
    }
    const edited = found.filter(({ catalogInfo, modified }) => {
      const last = before?.get(catalogInfo);
      return last !== undefined && last !== modified;
    });
    if (edited.length > 0) {
      await connection.refresh({
        keys: edited.map(({ catalogInfo }) => `file:${catalogInfo}`),
      });
    }
    // Only after the catalog accepted it: what failed is told again next time.
    this.#known = now;
  }
}

function locationEntity({
  catalogInfo,
}: LocalRepository): LocationEntityV1alpha1 {
  const location = `file:${catalogInfo}`;
  const hash = createHash('sha1').update(location).digest('hex');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: `local-repository-${hash}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { type: 'file', target: catalogInfo },
  };
}
