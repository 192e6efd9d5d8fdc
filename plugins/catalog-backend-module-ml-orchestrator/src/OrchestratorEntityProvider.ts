import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { orchestratorEntity } from './orchestratorEntity';

const DEFAULT_OWNER = 'group:default/platform';

interface Options {
  guidance: GuidanceService;
  logger: LoggerService;
  taskRunner: SchedulerServiceTaskRunner;
  /** Entity reference of who owns the orchestrators. */
  owner?: string;
}

/** Keeps one entity in the catalog for each orchestrator of the guidance. */
export class OrchestratorEntityProvider implements EntityProvider {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'ml-orchestrator';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { logger, taskRunner } = this.#options;
    await taskRunner.run({
      id: 'ml-orchestrator-entities-refresh',
      fn: async () => {
        try {
          await this.#refresh(connection);
        } catch (error) {
          // What is in the catalog stays; the next run tries again.
          logger.error('Orchestrators cannot be refreshed', error as Error);
        }
      },
    });
  }

  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { guidance, logger, owner = DEFAULT_OWNER } = this.#options;
    const loaded = await guidance.get();
    if (loaded.standsIn) {
      // A full mutation by it would remove what only the configured guidance has.
      logger.warn(
        'Orchestrators stay as they are: the configured guidance is refused',
      );
      return;
    }
    const { orchestrators } = loaded.guidance;
    await connection.applyMutation({
      type: 'full',
      entities: orchestrators.map(orchestrator => ({
        entity: orchestratorEntity(orchestrator, owner),
        locationKey: 'ml-orchestrator',
      })),
    });
  }
}
