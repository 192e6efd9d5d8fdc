import { posix } from 'node:path';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  decisionRecord,
  type Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { findEntityDocument, type CatalogInfo } from './catalogInfo';
import type { EntityLink } from './checkLink';
import { planDecisionRecord, type RecordFile } from './decisionRecords';
import { describeLink, type LinkDescription } from './describeLink';
import { editAnnotations } from './editAnnotations';
import { linkAnnotations } from './linkAnnotations';

/** Folder of the decision records, beside the catalog-info.yaml. */
export const RECORDS_FOLDER = 'docs/decisions';

/** What a link is planned from. */
export interface LinkInput {
  guidance: Guidance;
  entityRef: string;
  link: EntityLink;
  catalogInfo: CatalogInfo;
  /** What is in {@link RECORDS_FOLDER} already. */
  records: RecordFile[];
  /** The day of the decision. */
  date: string;
  /** Entity reference of who decides, where it is known. */
  decidedBy?: string;
}

/** The files that a link adds or changes, and how to propose them. */
export interface LinkPlan extends LinkDescription {
  files: { path: string; text: string }[];
  /** Where the decision is recorded, if there is one to record. */
  recordPath?: string;
}

/** Plans the link of an entity to its orchestrator. The same input always gives the same plan. */
export function planLink(input: LinkInput): LinkPlan {
  const { guidance, entityRef, link, catalogInfo, records } = input;
  const found = findEntityDocument(catalogInfo, entityRef);
  const { entity } = found;
  const recorded = planRecord(input, subjectOf(entity), records);
  const changes = linkAnnotations(
    link,
    entity.metadata.annotations ?? {},
    recorded && {
      on: input.date,
      by: input.decidedBy,
      record: posix.join(RECORDS_FOLDER, recorded.name),
    },
  );
  const text = editAnnotations(catalogInfo, found, changes);
  const folder = posix.join(posix.dirname(catalogInfo.path), RECORDS_FOLDER);
  const recordPath = recorded && posix.join(folder, recorded.name);
  return {
    ...describeLink({
      guidance,
      entity,
      link,
      changes,
      ...(recordPath && { record: { path: recordPath, text: recorded.text } }),
    }),
    files: [
      ...(text === catalogInfo.text ? [] : [{ path: catalogInfo.path, text }]),
      ...(recorded?.changes ?? []).map(change => ({
        path: posix.join(folder, change.name),
        text: change.text,
      })),
    ],
    ...(recordPath && { recordPath }),
  };
}

/** What a record calls an entity: others of the same name may be described in the same folder. */
function subjectOf(entity: Entity): string {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  return entity.kind.toLowerCase() === 'component' &&
    namespace.toLowerCase() === DEFAULT_NAMESPACE
    ? name
    : stringifyEntityRef(entity);
}

function planRecord(
  { guidance, link, date }: LinkInput,
  subject: string,
  records: RecordFile[],
) {
  if (!link.decided) {
    return undefined;
  }
  const text = decisionRecord({
    guidance,
    answers: link.decided.answers,
    orchestrator: link.orchestrator.id,
    overrideReason: link.decided.overrideReason,
    subject,
    date,
  });
  return { text, ...planDecisionRecord(records, { text, subject }) };
}
