import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  GuidanceLayer,
  GuidanceRefresh,
  GuidanceWarning,
} from 'backstage-plugin-ml-orchestrator-common';
import { checkGuidance } from './checkGuidance';
import type { CheckedGuidance } from './checkGuidance';
import { readDefaultDocuments } from './defaultGuidance';
import { describeProblem } from './describeProblem';
import { parseGuidanceDocument } from './GuidanceDocument';
import type { GuidanceDocument } from './GuidanceDocument';
import type { GuidanceService, LoadedGuidance } from './GuidanceService';
import type { GuidanceConfig } from './readGuidanceConfig';
import type { LayerReader } from './readLayer';

interface Options {
  config: Pick<GuidanceConfig, 'extendsDefault' | 'layers' | 'problems'>;
  logger: LoggerService;
  readLayer: LayerReader;
  readDefault?: () => Promise<GuidanceDocument[]>;
  /** Milliseconds from one refresh to the next, where they come regularly. */
  interval?: number;
}

/** One layer as it was just read. */
interface ReadLayer extends GuidanceLayer {
  text?: string;
  document?: GuidanceDocument;
  problems: GuidanceWarning[];
}

/**
 * Loads the guidance and keeps it fresh. Guidance with errors is never served:
 * the last good one stays or, at the start, the default takes its place, and
 * the errors are logged and handed on as warnings.
 */
export class GuidanceLoader implements GuidanceService {
  readonly #options: Options;
  /** The last guidance without errors; absent while the default stands in. */
  #lastGood?: CheckedGuidance;
  #current?: Promise<LoadedGuidance>;
  /** What the last refresh read, to do nothing when nothing changed. */
  #fingerprint?: string;
  #loadedAt = new Map<string, string>();
  readonly #listeners: (() => void)[] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  get(): Promise<LoadedGuidance> {
    return this.#current ?? this.refresh();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Reads all layers again. Readers keep what they have until it is done. */
  async refresh(): Promise<LoadedGuidance> {
    const before = this.#current;
    const loading = this.#load(before);
    if (!before) {
      this.#current = loading;
    }
    let loaded: LoadedGuidance;
    try {
      loaded = await loading;
    } catch (error) {
      // Tried anew on the next call or refresh rather than failing for ever.
      this.#current = before;
      throw error;
    }
    this.#current = loading;
    if (before && loaded.guidance !== (await before).guidance) {
      // After it is served: what a listener does wrong must not take it back.
      this.#listeners.forEach(listener => listener());
    }
    return loaded;
  }

  async #load(before?: Promise<LoadedGuidance>): Promise<LoadedGuidance> {
    const { config, readDefault = readDefaultDocuments } = this.#options;
    const layers = await Promise.all(
      config.layers.map(location => this.#readLayer(location)),
    );
    const fingerprint = JSON.stringify(
      layers.map(({ text, problems }) => text ?? problems),
    );
    if (before && fingerprint === this.#fingerprint) {
      const same = await before;
      return this.#withTimes(
        same,
        same.refresh?.outcome === 'refused' ? 'refused' : 'unchanged',
      );
    }

    const defaults = await readDefault();
    const standsAlone = !config.extendsDefault && layers.length > 0;
    const unread = layers.flatMap(l => l.problems);
    const documents = layers.flatMap(l => l.document ?? []);
    const checked = unread.length
      ? { problems: unread }
      : checkGuidance([...(standsAlone ? [] : defaults), ...documents]);
    if (checked.guidance) {
      this.#lastGood = checked;
    }
    this.#log(checked, config.problems);
    const served = this.#lastGood ?? checkGuidance(defaults);
    if (!served.guidance) {
      throw new Error(
        `The default guidance is broken: ${served.problems
          .map(describeProblem)
          .join('; ')}`,
      );
    }
    this.#fingerprint = fingerprint;
    const usesDefault = !standsAlone || served !== this.#lastGood;
    const loaded: LoadedGuidance = {
      guidance: served.guidance,
      ...(this.#lastGood ? {} : { standsIn: true }),
      warnings: [
        ...config.problems,
        ...(served === checked
          ? []
          : checked.problems.filter(p => p.severity === 'error')),
        ...served.problems,
      ],
      layers: [
        ...(usesDefault
          ? [{ location: 'default', status: 'loaded' as const }]
          : []),
        ...layers.map(({ location, status, document }) => ({
          location,
          status: blames(checked, document) ? ('failed' as const) : status,
        })),
      ],
    };
    return this.#withTimes(loaded, checked.guidance ? 'changed' : 'refused');
  }

  async #readLayer(location: string): Promise<ReadLayer> {
    try {
      const text = await this.#options.readLayer(location);
      const { document, problems } = parseGuidanceDocument(location, text);
      this.#loadedAt.set(location, new Date().toISOString());
      const status = document ? 'loaded' : 'failed';
      return { location, status, text, document, problems };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        location,
        status: 'failed',
        problems: [
          {
            severity: 'error',
            code: 'unreadable',
            message: `cannot be read: ${reason}`,
            hint: 'Check the entry in mlOrchestrator.guidance.layers; an address needs an integration or backend.reading.allow.',
            file: location,
          },
        ],
      };
    }
  }

  #withTimes(
    loaded: LoadedGuidance,
    outcome: GuidanceRefresh['outcome'],
  ): LoadedGuidance {
    const { interval } = this.#options;
    const now = Date.now();
    return {
      ...loaded,
      refresh: {
        at: new Date(now).toISOString(),
        outcome,
        ...(interval ? { nextAt: new Date(now + interval).toISOString() } : {}),
      },
      layers: loaded.layers.map(layer => {
        const loadedAt = this.#loadedAt.get(layer.location);
        return loadedAt ? { ...layer, loadedAt } : layer;
      }),
    };
  }

  #log(
    { guidance, problems }: CheckedGuidance,
    configProblems: GuidanceWarning[],
  ) {
    const { logger } = this.#options;
    const fallback = this.#lastGood
      ? 'the last good guidance stays'
      : 'the default guidance is served';
    if (!guidance) {
      logger.error(`Guidance refused; ${fallback}`);
    }
    [...configProblems, ...problems].forEach(problem =>
      problem.severity === 'error'
        ? logger.error(describeProblem(problem))
        : logger.warn(describeProblem(problem)),
    );
  }
}

/** Whether an error stands in the layer. */
function blames(
  checked: CheckedGuidance,
  document?: GuidanceDocument,
): boolean {
  return checked.problems.some(
    ({ severity, file }) => severity === 'error' && file === document?.file,
  );
}
