import {
  decisionDifferences,
  formatAnswers,
  parseAnswers,
  sameVerdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  DecidedBy,
  DecidingGuidance,
  EntityDecision,
  EntityVerdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Pipeline } from './readPipeline';
import type { EntityRow } from './tables';

/**
 * The version of all that makes a row of an entity and a guidance: raise it whenever the
 * same two give another row, or {@link DecidingGuidance} another shape. Rows of another
 * version are judged anew, and nobody is told of what that changes.
 */
export const JUDGE_VERSION = 1;

/** What pipelines are judged by, in one refresh. */
export interface Judgement {
  verdictOf: (decision: EntityDecision | undefined) => EntityVerdict;
  version: string;
  document: DecidingGuidance;
  /** The guidance of earlier refreshes by version, as far as it is known. */
  earlier: ReadonlyMap<string, DecidingGuidance>;
  /** `2026-11-24` */
  today: string;
  /** Whether owners are to be told of changed verdicts. */
  notify: boolean;
}

/** Whether the row says already all that could be said of the pipeline. */
export function isCurrent(
  row: EntityRow | undefined,
  pipeline: Pipeline,
  version: string,
): boolean {
  return (
    row?.etag === pipeline.etag &&
    row.uid === pipeline.uid &&
    row.judged_by === JUDGE_VERSION &&
    row.guidance_version === version
  );
}

/** The new row of a pipeline, given the one before. */
export function judge(
  pipeline: Pipeline,
  before: EntityRow | undefined,
  judgement: Judgement,
): EntityRow {
  const { decision } = pipeline;
  const { version, today } = judgement;
  const verdict = judgement.verdictOf(decision);
  const words = {
    orchestrator: decision?.orchestrator ?? null,
    answers: formatAnswers(decision?.answers ?? {}),
    override_reason: decision?.overrideReason ?? null,
  };
  const title = pipeline.title ?? pipeline.name;
  const same = before && sameDecision(before, words);
  return {
    entity_ref: pipeline.entityRef,
    uid: pipeline.uid,
    etag: pipeline.etag,
    guidance_version: version,
    judged_by: JUDGE_VERSION,
    name: pipeline.name,
    title: pipeline.title ?? null,
    owner: pipeline.owner ?? null,
    system: pipeline.system ?? null,
    type: pipeline.type ?? null,
    ...words,
    decided_by: decidedBy(decision),
    decided_on: decision?.decidedOn ?? null,
    verdict: verdict.verdict,
    would_choose: verdict.wouldChoose ?? null,
    reasons: JSON.stringify(verdict.reasons),
    changes: same ? changes(before, verdict, judgement) : '[]',
    verdict_since:
      before?.verdict === verdict.verdict ? before.verdict_since : today,
    sort_title: title.toLowerCase(),
    search_text: [pipeline.name, pipeline.title, pipeline.owner]
      .filter(Boolean)
      .join('\n')
      .toLowerCase(),
    notify: same && judgement.notify ? untold(before, verdict, version) : null,
  };
}

function decidedBy(decision: EntityDecision | undefined): DecidedBy | null {
  if (decision?.overrideReason) {
    return 'override';
  }
  return decision && Object.keys(decision.answers).length > 0
    ? 'answers'
    : null;
}

type DecisionColumns = Pick<
  EntityRow,
  'orchestrator' | 'answers' | 'override_reason'
>;

function sameDecision(a: DecisionColumns, b: DecisionColumns): boolean {
  return (
    a.orchestrator === b.orchestrator &&
    a.answers === b.answers &&
    a.override_reason === b.override_reason
  );
}

/** What changed in the guidance, where that changed the verdict; else what did when it last changed. */
function changes(
  before: EntityRow,
  verdict: EntityVerdict,
  { earlier, document }: Judgement,
): string {
  const was: EntityVerdict = {
    verdict: before.verdict,
    wouldChoose: before.would_choose ?? undefined,
    reasons: JSON.parse(before.reasons),
  };
  if (sameVerdict(was, verdict)) {
    return before.changes;
  }
  const guidance = earlier.get(before.guidance_version);
  const decision = before.orchestrator && {
    orchestrator: before.orchestrator,
    answers: parseAnswers(before.answers),
  };
  return guidance && decision
    ? JSON.stringify(
        decisionDifferences(guidance, document, decision, was, verdict),
      )
    : '[]';
}

/**
 * The verdict that the owner last knew, as long as it is another one. Kept with the row
 * until the owner is told, so that a refresh that stops in the middle forgets nobody.
 * What another version of the code found says nothing of what the guidance changed.
 */
function untold(
  before: EntityRow,
  { verdict }: EntityVerdict,
  version: string,
): string | null {
  const known =
    before.notify ??
    (before.guidance_version !== version &&
    before.judged_by === JUDGE_VERSION &&
    before.verdict !== verdict
      ? before.verdict
      : null);
  return known === verdict ? null : known;
}
