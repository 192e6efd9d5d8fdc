import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** A layer that does not answer must not keep the portal waiting. */
const TIMEOUT_MS = 30_000;

/** Reads the text of a guidance layer. */
export type LayerReader = (location: string) => Promise<string>;

/** Reads layers from files and, through Backstage's URL reader, from addresses. */
export function createLayerReader(urlReader: UrlReaderService): LayerReader {
  const known = new Map<string, { etag: string; text: string }>();
  return async location => {
    if (!/^https?:\/\//.test(location)) {
      return readFile(resolveLayerPath(location), 'utf8');
    }
    const cached = known.get(location);
    try {
      const { text, etag } = await withTimeout(async signal => {
        const response = await urlReader.readUrl(location, {
          signal,
          ...(cached ? { etag: cached.etag } : {}),
        });
        const buffer = await response.buffer();
        return { text: buffer.toString('utf8'), etag: response.etag };
      });
      if (etag) {
        known.set(location, { etag, text });
      } else {
        known.delete(location);
      }
      return text;
    } catch (error) {
      if (
        cached &&
        error instanceof Error &&
        error.name === 'NotModifiedError'
      ) {
        return cached.text;
      }
      throw error;
    }
  };
}

/**
 * Relative paths start at the working directory, or else at the root of the
 * portal: the backend runs in packages/backend in development and at the root
 * in production, and one configuration should do for both.
 */
export function resolveLayerPath(path: string, cwd = process.cwd()): string {
  const direct = resolve(cwd, path);
  if (isAbsolute(path) || existsSync(direct)) {
    return direct;
  }
  for (let folder = cwd; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'backstage.json'))) {
      return resolve(folder, path);
    }
  }
  return direct;
}

async function withTimeout<T>(
  read: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // Not every URL reader heeds the signal, so the promise is raced as well.
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${TIMEOUT_MS / 1000} seconds`));
      controller.abort();
    }, TIMEOUT_MS);
  });
  try {
    return await Promise.race([read(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
