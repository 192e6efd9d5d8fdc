import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ANSWERS,
  ANNOTATION_DECISION_RECORD,
} from 'backstage-plugin-ml-orchestrator-common';

/** Where generated repositories have it. */
const USUAL = 'docs/decisions/0001-orchestrator.md';

/** Where an entity's decision record can be read. */
export interface DecisionRecordPlaces {
  /** Path below the entity's documentation. */
  techdocs?: string;
  /** Address in the repository. */
  source?: string;
}

/** Finds the decision record of an entity in its documentation and in its repository. */
export function findDecisionRecord(entity: Entity): DecisionRecordPlaces {
  const annotations = entity.metadata.annotations ?? {};
  const annotated = annotations[ANNOTATION_DECISION_RECORD]?.trim();
  if (!annotated && !annotations[ANNOTATION_ANSWERS]) {
    return {};
  }
  const path = annotated || USUAL;
  const page = /^(?:\.\/)?docs\/(.+)\.md$/.exec(path)?.[1];
  const source = sourceAddress(annotations, path);
  return {
    ...(annotations['backstage.io/techdocs-ref'] &&
      page && { techdocs: `/${page}` }),
    ...(source && { source }),
  };
}

/** The address beside the file that describes the entity, as far as a browser can open it. */
function sourceAddress(
  annotations: Record<string, string>,
  path: string,
): string | undefined {
  const described = annotations['backstage.io/managed-by-location'];
  const source = annotations['backstage.io/source-location'];
  // Only `url:` locations can be opened in a browser; `file:` ones are the backend's own disk.
  const base = [described, source && `${source.replace(/\/$/, '')}/`].find(
    location => location && /^url:https?:\/\//.test(location),
  );
  if (!base || !URL.canParse(path, base.slice('url:'.length))) {
    return undefined;
  }
  const address = new URL(path, base.slice('url:'.length));
  // A path, and not an address of its own.
  return address.origin === new URL(base.slice('url:'.length)).origin
    ? address.href
    : undefined;
}
