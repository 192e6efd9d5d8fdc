import { createHash } from 'node:crypto';
import type {
  CacheService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import {
  definitionPaths,
  readPipelineGraph,
  type DefinitionPlace,
  type PipelineGraphAnswer,
  type PipelineGraphResult,
} from 'backstage-plugin-ml-orchestrator-common';
import { definitionSource, type DefinitionSource } from './definitionSource';

interface Options {
  reader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  cache: CacheService;
  logger: LoggerService;
  /** Folders of this machine that may be read. */
  roots: string[];
}

/** What is kept of a file of a source code host, for as long as its etag is the same. */
interface Kept {
  etag: string;
  result: PipelineGraphResult;
}

/** Reads the pipeline graph of an entity from its repository. */
export class PipelineGraphReader {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The graph of an entity that the reader may see, or why there is none. */
  async read(entity: Entity): Promise<PipelineGraphAnswer> {
    const { paths, problem } = definitionPaths(entity);
    if (!paths) {
      return { status: 'nowhere', reason: problem };
    }
    const source = definitionSource(entity, this.#options);
    if (!source) {
      return { status: 'nowhere', reason: 'no-source' };
    }
    for (const path of paths) {
      try {
        const { graph, problems } = await this.#readAt(source, path);
        const place = source.place(path);
        return graph
          ? { status: 'found', place, graph }
          : { status: 'malformed', place, problems };
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') {
          return this.#unreadable(entity, source.place(path), error as Error);
        }
      }
    }
    return {
      status: 'missing',
      places: paths.map(path => source.place(path)),
    };
  }

  async #readAt(
    source: DefinitionSource,
    path: string,
  ): Promise<PipelineGraphResult> {
    const { cache } = this.#options;
    const { url } = source.place(path);
    const key = url && createHash('sha256').update(url).digest('hex');
    const kept = key
      ? ((await cache.get<JsonObject>(key)) as unknown as Kept | undefined)
      : undefined;
    try {
      const { text, etag } = await source.read(path, kept?.etag);
      const result = parse(text);
      if (key && etag) {
        const fresh: Kept = { etag, result };
        await cache.set(key, JSON.parse(JSON.stringify(fresh)));
      }
      return result;
    } catch (error) {
      if (kept && (error as Error).name === 'NotModifiedError') {
        return kept.result;
      }
      throw error;
    }
  }

  /** Says what a person can do about it; an address or a token in a message is for the log only. */
  #unreadable(
    entity: Entity,
    place: DefinitionPlace,
    error: Error,
  ): PipelineGraphAnswer {
    this.#options.logger.warn(
      `The pipeline graph of ${stringifyEntityRef(entity)} cannot be read`,
      error,
    );
    const messages: Record<string, string> = {
      TooLargeError: error.message,
      NotAllowedError:
        'the portal may not read it: its host needs an integration, or an entry in backend.reading.allow',
    };
    const message = Object.hasOwn(messages, error.name)
      ? messages[error.name]
      : `could not be read (${error.name}); the log of the backend says more`;
    return { status: 'unreadable', place, message };
  }
}

function parse(text: string): PipelineGraphResult {
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch (error) {
    return {
      problems: [
        { path: '', message: `is no JSON: ${(error as Error).message}` },
      ],
    };
  }
  return readPipelineGraph(definition);
}
