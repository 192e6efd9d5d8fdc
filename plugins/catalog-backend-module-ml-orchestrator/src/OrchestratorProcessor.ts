import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  getCompoundEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { processingResult } from '@backstage/plugin-catalog-node';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  hasPipelineType,
  readDecision,
  RELATION_ORCHESTRATED_BY,
  RELATION_ORCHESTRATES,
  verdictOf,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { decisionProblems, knowsOrchestrator } from './decisionProblems';
import { withVerdict } from './withVerdict';

/** The type of status items that entity pages show as errors. */
const STATUS_TYPE = 'backstage.io/catalog-processing';

interface Options {
  guidance: GuidanceService;
  logger: LoggerService;
  /** Values of `spec.type` that make an entity an ML pipeline, linked or not. */
  pipelineTypes: readonly string[];
}

/**
 * Links entities to the orchestrator named in their annotations, both ways, notes the
 * verdict of the guidance, and reports ids that the guidance does not know.
 */
export class OrchestratorProcessor implements CatalogProcessor {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  getProcessorName(): string {
    return 'ml-orchestrator';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const decision = readDecision(entity);
    if (!decision) {
      return withVerdict(
        entity,
        hasPipelineType(entity, this.#options.pipelineTypes)
          ? 'unlinked'
          : undefined,
      );
    }
    const guidance = await this.#guidance();
    if (!guidance || knowsOrchestrator(guidance, decision.orchestrator)) {
      const source = getCompoundEntityRef(entity);
      const target = {
        kind: 'Resource',
        namespace: DEFAULT_NAMESPACE,
        name: decision.orchestrator,
      };
      const by = { source, target, type: RELATION_ORCHESTRATED_BY };
      const back = {
        source: target,
        target: source,
        type: RELATION_ORCHESTRATES,
      };
      emit(processingResult.relation(by));
      emit(processingResult.relation(back));
    }
    return withErrors(
      withVerdict(entity, guidance && verdictOf(guidance, decision).verdict),
      guidance ? decisionProblems(entity, guidance) : [],
    );
  }

  /** The organisation's guidance. Without it nothing can be called unknown; links stay as written. */
  async #guidance(): Promise<Guidance | undefined> {
    try {
      const { guidance, standsIn } = await this.#options.guidance.get();
      return standsIn ? undefined : guidance;
    } catch (error) {
      this.#options.logger.warn(
        'Decisions are not checked: no guidance',
        error as Error,
      );
      return undefined;
    }
  }
}

/**
 * Puts errors where the catalog keeps those of processing. Emitting them as
 * processing errors would keep an entity out of the catalog, when it is new,
 * and with it the page on which a person could read what is wrong.
 */
function withErrors(entity: Entity, messages: string[]): Entity {
  if (messages.length === 0) {
    return entity;
  }
  const before = (entity as { status?: { items?: unknown[] } }).status;
  const items = messages.map(message => ({
    type: STATUS_TYPE,
    level: 'error',
    message: `InputError: ${message}`,
    error: { name: 'InputError', message },
  }));
  const status = { ...before, items: [...(before?.items ?? []), ...items] };
  return { ...entity, status } as Entity;
}
