import type { StarterSpec } from './spec';

/** What a repository was generated from; planning its spec again gives the same files. */
export interface GeneratorStamp {
  starter: string;
  /** Version of this package. */
  starterVersion: string;
  spec: StarterSpec;
}

/** The stamp of a repository, without what the form keeps for itself. */
export function generatorStamp(
  spec: StarterSpec,
  starter: string,
  starterVersion: string,
): GeneratorStamp {
  const { summary: _, ...decision } = spec.decision;
  return { starter, starterVersion, spec: { ...spec, decision } };
}
