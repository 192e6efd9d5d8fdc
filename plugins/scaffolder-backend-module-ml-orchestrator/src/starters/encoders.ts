import { escapeMarkdown } from 'backstage-plugin-ml-orchestrator-common';

/**
 * Text that is safe to write into a file of one language. The renderer accepts
 * nothing else, so text a person typed gets into a file only through an encoder.
 */
export class Encoded {
  constructor(readonly text: string) {}
}

/** Legal inside a JSON string, but line breaks or unprintable to other languages' readers. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const IDENTIFIER = /^[A-Za-z0-9._:/@-]+$/;

/**
 * A double-quoted string with JSON escapes. With everything unprintable written
 * as `\uXXXX`, the same text is a string literal of JSON, YAML, TOML, Python and
 * TypeScript.
 */
function quoted(value: string): string {
  if (typeof value !== 'string') {
    throw new TypeError(`Expected text to encode, got ${typeof value}`);
  }
  if (/\p{Surrogate}/u.test(value)) {
    throw new TypeError('Text to encode is not valid Unicode');
  }
  return JSON.stringify(value).replace(
    UNPRINTABLE,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The encoders that templates use, one for each language. */
export const encoders = {
  /** A YAML scalar. */
  yaml: (value: string) => new Encoded(quoted(value)),

  /** A JSON literal; what is undefined becomes `null`. */
  json: (value: unknown) =>
    new Encoded(
      typeof value === 'string'
        ? quoted(value)
        : JSON.stringify(value ?? null, null, 2),
    ),

  /** A Python string literal. */
  py: (value: string) => new Encoded(quoted(value)),

  /** A TypeScript string literal. */
  ts: (value: string) => new Encoded(quoted(value)),

  /** A TOML basic string. */
  toml: (value: string) => new Encoded(quoted(value)),

  /** Inline Markdown on one line. */
  md: (value: string) => new Encoded(escapeMarkdown(value)),

  /** A single-quoted shell word. */
  sh: (value: string) => {
    if (value.includes('\0')) {
      throw new TypeError('A shell word cannot hold a null character');
    }
    return new Encoded(`'${value.replace(/'/g, `'\\''`)}'`);
  },

  /** A value that is a validated identifier, such as a name or region, written as it is. */
  id: (value: string) => {
    if (typeof value !== 'string' || !IDENTIFIER.test(value)) {
      throw new TypeError(`Not an identifier: ${JSON.stringify(value)}`);
    }
    return new Encoded(value);
  },
};
