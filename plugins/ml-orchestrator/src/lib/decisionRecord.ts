import type { Entity } from '@backstage/catalog-model';

const RECORD = 'decisions/0001-orchestrator';

/** Where a generated repository's decision record can be read. */
export type DecisionRecord =
  | {
      kind: 'techdocs';
      /** Path below the entity's documentation. */ path: string;
    }
  | { kind: 'source'; url: string };

/** Finds the decision record: in the entity's documentation, else in its repository; `undefined` if in neither. */
export function findDecisionRecord(entity: Entity): DecisionRecord | undefined {
  const annotations = entity.metadata.annotations ?? {};
  if (annotations['backstage.io/techdocs-ref']) {
    return { kind: 'techdocs', path: `/${RECORD}` };
  }
  const source = annotations['backstage.io/source-location'];
  // Only `url:` locations can be opened in a browser; `file:` ones are the backend's own disk.
  if (!source || !/^url:https?:\/\//.test(source)) {
    return undefined;
  }
  const base = source.slice('url:'.length);
  const folder = base.endsWith('/') ? base : `${base}/`;
  return { kind: 'source', url: new URL(`docs/${RECORD}.md`, folder).href };
}
