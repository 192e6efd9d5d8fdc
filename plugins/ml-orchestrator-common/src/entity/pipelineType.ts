/** Values of `spec.type` that make an entity an ML pipeline where nothing is configured. */
export const DEFAULT_PIPELINE_TYPES: readonly string[] = ['ml-pipeline'];

/** Kinds that can be a pipeline by their type; a template of the same type makes pipelines, and is none. */
export const PIPELINE_KINDS: readonly string[] = ['component', 'resource'];

/** The part of a catalog entity that is read; any `Entity` fits. */
export interface TypedEntity {
  kind: string;
  spec?: { type?: unknown };
}

/** Whether its type makes an entity an ML pipeline, linked or not. Case does not matter, as in the catalog's filters. */
export function hasPipelineType(
  { kind, spec }: TypedEntity,
  types: readonly string[],
): boolean {
  const type = String(spec?.type ?? '').toLowerCase();
  return (
    PIPELINE_KINDS.includes(kind.toLowerCase()) &&
    types.some(one => one.toLowerCase() === type)
  );
}
