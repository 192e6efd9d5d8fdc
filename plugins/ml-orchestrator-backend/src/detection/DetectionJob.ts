import { createHash } from 'node:crypto';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DETECTED_ORCHESTRATORS,
  detectedOrchestrator,
} from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { findCandidates, type Candidate } from './candidates';
import { CLASSIFIER_VERSION } from './classify/classifyFile';
import { detectLink, type DetectedLink } from './detectLink';
import type { DetectionStore } from './DetectionStore';
import { readRepository } from './readRepository';
import { repositorySource } from './repositorySource';

const FIRST_PAUSE_MINUTES = 15;
const LONGEST_PAUSE_MINUTES = 24 * 60;

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  guidance: GuidanceService;
  integrations: ScmIntegrationRegistry;
  localRoot?: string;
  logger: LoggerService;
  reader: UrlReaderService;
  store: DetectionStore;
  /** How many repositories one run asks for at most. */
  budget: number;
  /** Values of `spec.type`, in lower case; all if absent. */
  types?: ReadonlySet<string>;
  now?: () => Date;
}

/** What a run came to. */
export interface RunResult {
  /** Repositories that were asked for, unchanged and failed ones included. */
  asked: number;
  /** Those that had changed, and were read. */
  read: number;
  failed: number;
}

/**
 * Looks into the repositories of components that are not linked to an orchestrator, and
 * keeps what they say they run on. Each run goes on where the one before stopped, and
 * round again after the last one.
 */
export class DetectionJob {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<RunResult> {
    const { budget, logger, store } = this.#options;
    const result = { asked: 0, read: 0, failed: 0 };
    const candidates = await this.#candidates();
    await store.keepOnly(new Set(candidates.map(c => c.entityRef)));

    const notOf = await this.#notOf();
    const paused = new Map<string, boolean>();
    for (const candidate of after(candidates, await store.cursor())) {
      if (result.asked >= budget || signal.aborted) {
        break;
      }
      const { host } = candidate.source;
      if (!paused.has(host)) {
        paused.set(host, await this.#isPaused(host));
      }
      if (paused.get(host)) {
        continue;
      }
      result.asked++;
      // Before it is looked at: one that takes longer than a run may would be the first of
      // every run to come. What an interrupted run was looking at waits for the next round.
      await store.setCursor(candidate.entityRef);
      const not = notOf(candidate);
      paused.set(host, await this.#look(candidate, not, result, signal));
    }
    logger.info(
      `Looked for orchestrators in ${result.asked} of ${candidates.length} repositories: ${result.read} had changed, ${result.failed} failed`,
    );
    return result;
  }

  async #candidates(): Promise<Candidate[]> {
    const { auth, catalog, integrations, localRoot, types } = this.#options;
    const entities: Entity[] = [];
    const pages = catalog.streamEntities(
      {
        filter: { kind: 'Component' },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'spec.type',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      entities.push(...page);
    }
    return findCandidates(
      entities,
      entity => repositorySource(entity, { integrations, localRoot }),
      types,
    );
  }

  /** What people ruled out for a candidate, in the terms of detection. */
  async #notOf(): Promise<(candidate: Candidate) => Set<string>> {
    const { guidance } = await this.#options.guidance.get();
    const ids = DETECTED_ORCHESTRATORS.map(
      detected =>
        [detected, detectedOrchestrator(guidance, detected)?.id] as const,
    );
    return ({ dismissed }) =>
      new Set(
        ids
          .filter(([detected, id]) => dismissed.has(id ?? detected))
          .map(([detected]) => detected),
      );
  }

  /** Looks into one repository, and answers whether its host is to be left alone now. */
  async #look(
    candidate: Candidate,
    not: Set<string>,
    result: RunResult,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { logger, reader, store } = this.#options;
    const { entityRef, source, owns } = candidate;
    const rules = rulesOf(candidate, not);
    const known = await store.get(entityRef);
    const unchanged = known?.source === source.folder && known.rules === rules;
    try {
      const { etag, files } = await readRepository(source, {
        reader,
        owns,
        signal,
        ...(unchanged && { etag: known.etag }),
      });
      result.read++;
      const link = detectLink(files, not);
      const foundAt = sameLink(known?.link, link)
        ? known?.foundAt
        : this.#now().toISOString();
      await store.save({
        entityRef,
        source: source.folder,
        etag,
        rules,
        ...(link && { link, foundAt }),
      });
    } catch (error) {
      const { name, message } = error as Error;
      if (signal.aborted) {
        return false;
      }
      if (name !== 'NotModifiedError') {
        result.failed++;
        logger.warn(
          `The repository of ${entityRef} could not be read: ${message}`,
        );
        return this.#afterFailure(entityRef, source.host, error as Error);
      }
    }
    await store.setHostPause(source.host, undefined);
    return false;
  }

  async #afterFailure(
    entityRef: string,
    host: string,
    error: Error,
  ): Promise<boolean> {
    const { logger, store } = this.#options;
    if (error.name === 'NotFoundError') {
      await store.remove(entityRef);
    }
    if (!isRateLimit(error)) {
      return false;
    }
    const last = (await store.hostPause(host))?.minutes;
    const minutes = Math.min(
      last ? last * 2 : FIRST_PAUSE_MINUTES,
      LONGEST_PAUSE_MINUTES,
    );
    const until = new Date(this.#now().getTime() + minutes * 60_000);
    await store.setHostPause(host, { until: until.toISOString(), minutes });
    logger.warn(`${host} was asked too often; left alone for ${minutes} min`);
    return true;
  }

  async #isPaused(host: string): Promise<boolean> {
    const pause = await this.#options.store.hostPause(host);
    return pause !== undefined && pause.until > this.#now().toISOString();
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}

/** By what the files of a candidate are chosen and judged, beside their own state. */
function rulesOf({ foreign }: Candidate, not: Set<string>): string {
  const folders = createHash('sha256').update(JSON.stringify(foreign));
  return [
    CLASSIFIER_VERSION,
    ...[...not].sort(),
    ...(foreign.length > 0 ? [`without:${folders.digest('hex')}`] : []),
  ].join(' ');
}

/** All of them, beginning with the first after the cursor. */
function after(candidates: Candidate[], cursor: string): Candidate[] {
  const next = candidates.findIndex(({ entityRef }) => entityRef > cursor);
  return next < 0
    ? candidates
    : [...candidates.slice(next), ...candidates.slice(0, next)];
}

/** Whether it is the same proposal, wherever its evidence stands by now. */
function sameLink(a?: DetectedLink, b?: DetectedLink): boolean {
  return (
    a !== undefined &&
    a.orchestrator === b?.orchestrator &&
    a.locator === b.locator
  );
}

/** URL readers throw plain errors, so there is nothing but their words; an address may hold any number. */
function isRateLimit({ message }: Error): boolean {
  const words = message.replace(/\bhttps?:\/\/\S+/gi, '');
  return /rate limit|\b429\b|too many requests/i.test(words);
}
