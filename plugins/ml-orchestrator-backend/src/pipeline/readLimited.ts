import type { UrlReaderServiceReadUrlResponse } from '@backstage/backend-plugin-api';

/** No definition that can be drawn is larger; Step Functions itself allows 1 MB. */
export const MAX_DEFINITION_BYTES = 2 * 1024 * 1024;

/** A file that is too large to be read. */
export class TooLargeError extends Error {
  name = 'TooLargeError';
}

/** Reads a response, but never more of it than a definition may have. */
export async function readLimited(
  response: UrlReaderServiceReadUrlResponse,
): Promise<string> {
  const stream = response.stream?.();
  if (!stream) {
    return checked(await response.buffer()).toString('utf8');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream.
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_DEFINITION_BYTES) {
      throw tooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function checked(buffer: Buffer): Buffer {
  if (buffer.length > MAX_DEFINITION_BYTES) {
    throw tooLarge();
  }
  return buffer;
}

/** Says no, in words for whoever wrote the annotation. */
export function tooLarge(): TooLargeError {
  return new TooLargeError(
    `is larger than ${MAX_DEFINITION_BYTES / 1024 / 1024} MB`,
  );
}
