import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { readDecision } from 'backstage-plugin-ml-orchestrator-common';
import type { EntityDecision } from 'backstage-plugin-ml-orchestrator-common';

/** What the portfolio keeps of a catalog entity. */
export interface Pipeline {
  entityRef: string;
  uid: string;
  etag: string;
  name: string;
  title?: string;
  /** Entity reference. */
  owner?: string;
  /** Entity reference. */
  system?: string;
  type?: string;
  /** Absent when it is not linked. */
  decision?: EntityDecision;
}

/** The fields of an entity that {@link readPipeline} reads. */
export const PIPELINE_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.uid',
  'metadata.etag',
  'metadata.annotations',
  'spec.type',
  'spec.owner',
  'spec.system',
];

/** Reads a pipeline off its catalog entity. */
export function readPipeline(entity: Entity): Pipeline {
  const { metadata, spec } = entity;
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() ? value.trim() : undefined;
  const reference = (value: unknown, defaultKind: string) =>
    toEntityRef(text(value), defaultKind, metadata.namespace);
  return {
    entityRef: stringifyEntityRef(entity),
    uid: metadata.uid ?? '',
    etag: metadata.etag ?? '',
    name: metadata.name,
    title: text(metadata.title),
    owner: reference(spec?.owner, 'group'),
    system: reference(spec?.system, 'system'),
    type: text(spec?.type),
    decision: readDecision(entity),
  };
}

function toEntityRef(
  written: string | undefined,
  defaultKind: string,
  defaultNamespace: string | undefined,
): string | undefined {
  if (!written) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(written, { defaultKind, defaultNamespace }),
    );
  } catch {
    // Something else than a reference is better shown than hidden.
    return written;
  }
}
