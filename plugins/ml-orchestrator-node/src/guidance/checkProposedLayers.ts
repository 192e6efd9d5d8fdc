import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { checkGuidance } from './checkGuidance';
import type { GuidanceReport } from './checkGuidanceFiles';
import { parseGuidanceDocument } from './GuidanceDocument';
import type { GuidanceDocument } from './GuidanceDocument';

/** A layer that is not served yet: the text of a YAML file, or its contents. */
export type ProposedLayer = string | Record<string, unknown>;

const TODAY = 'today';
const documents = new WeakMap<Guidance, GuidanceDocument>();

/**
 * Lays layers over a guidance that is served, and checks the result as if they were
 * configured: each as YAML, then all of them by schema and lint. Layers are named
 * `layers.0`, `layers.1`, …; those given as contents have no lines to point to.
 * What lint says about the guidance as it is, is no news and left out.
 */
export function checkProposedLayers(
  guidance: Guidance,
  layers: readonly ProposedLayer[],
): GuidanceReport {
  const read = layers.map((layer, i) =>
    parseGuidanceDocument(
      `layers.${i}`,
      typeof layer === 'string' ? layer : JSON.stringify(layer),
    ),
  );
  const unread = read.flatMap(({ problems }) => problems);
  const today = asDocument(guidance);
  const checked = unread.length
    ? { problems: unread }
    : checkGuidance([today, ...read.flatMap(r => r.document ?? [])]);
  const known = new Set(
    unread.length ? [] : checkGuidance([today]).problems.map(p => p.message),
  );
  const problems = checked.problems
    .filter(
      ({ severity, message }) => severity === 'error' || !known.has(message),
    )
    .map(({ line, column, ...problem }) => {
      const layer = layers[Number(problem.file?.slice('layers.'.length))];
      return typeof layer === 'string' ? { ...problem, line, column } : problem;
    });
  return { ...checked, problems };
}

/** The guidance as the lowest layer. It was checked when it was loaded, so it is well-formed. */
function asDocument(guidance: Guidance): GuidanceDocument {
  const known = documents.get(guidance);
  if (known) {
    return known;
  }
  const { document } = parseGuidanceDocument(
    TODAY,
    JSON.stringify(guidance),
    true,
  );
  documents.set(guidance, document!);
  return document!;
}
