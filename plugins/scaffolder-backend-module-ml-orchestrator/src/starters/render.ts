import { Eta } from 'eta';
import { Encoded, encoders } from './encoders';

/** What templates may write: encoded text, and values that need no encoding. */
function write(value: unknown): string {
  if (value instanceof Encoded) {
    return value.text;
  }
  if (typeof value === 'boolean' || Number.isFinite(value)) {
    return String(value);
  }
  throw new TypeError(
    `A template may only write encoded text, numbers and booleans, not ${
      value === null ? 'null' : typeof value
    }`,
  );
}

const eta = new Eta({
  useWith: true,
  autoTrim: false,
  escapeFunction: write,
});

/** `<%~ … %>` writes without asking {@link write}. */
const RAW_TAG = /<%[-_]?\s*~/;

/**
 * Renders one template. Its variables and the encoders are in scope; what it
 * writes must be encoded.
 */
export function render(
  template: string,
  variables: Record<string, unknown>,
): string {
  if (RAW_TAG.test(template)) {
    throw new Error('The raw output tag "<%~" is not allowed in starters');
  }
  return eta.renderString(template, { ...encoders, ...variables });
}
