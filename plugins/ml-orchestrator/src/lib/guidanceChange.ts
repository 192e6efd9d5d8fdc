import type {
  Effect,
  Evidence,
  Guidance,
  Ring,
} from 'backstage-plugin-ml-orchestrator-common';
import { findQuestion } from './words';

/** Kinds of change that can be tried. */
export const CHANGE_KINDS = ['ring', 'evidence', 'layer'] as const;
/** One of {@link CHANGE_KINDS}. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The rings, the best first. */
export const RINGS: readonly Ring[] = ['recommended', 'allowed', 'hold'];

/** What an answer can be made to say, from the best to the worst; `none` for nothing. */
export const NEW_EFFECTS: readonly (Effect | 'none')[] = [
  'strongly-for',
  'for',
  'none',
  'against',
  'strongly-against',
  'rules-out',
];

/** What is filled in; empty where nothing is yet. Kept in the address, but for layers. */
export interface GuidanceChange {
  kind: ChangeKind;
  orchestrator: string;
  ring: string;
  question: string;
  option: string;
  effect: string;
  reason: string;
}

// Other names than the portfolio's filters, which are in the same address.
const NAMES: Record<keyof GuidanceChange, string> = {
  kind: 'change',
  orchestrator: 'of',
  ring: 'ring',
  question: 'question',
  option: 'option',
  effect: 'effect',
  reason: 'because',
};
const FIELDS = Object.keys(NAMES) as (keyof GuidanceChange)[];

/** Reads the change from an address. */
export function readGuidanceChange(query: URLSearchParams): GuidanceChange {
  const change = Object.fromEntries(
    FIELDS.map(field => [field, query.get(NAMES[field]) ?? '']),
  ) as Record<keyof GuidanceChange, string>;
  return {
    ...change,
    kind: CHANGE_KINDS.find(kind => kind === change.kind) ?? 'ring',
  };
}

/** The address's query with another change in it; the rest of it stays, but for the page. */
export function withGuidanceChange(
  query: URLSearchParams,
  change: GuidanceChange,
): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const field of FIELDS) {
    next.delete(NAMES[field]);
    if (change[field]) {
      next.set(NAMES[field], change[field]);
    }
  }
  return next;
}

/** What the answer says about the orchestrator today. */
export function evidenceToday(
  guidance: Guidance,
  { question, option, orchestrator }: GuidanceChange,
): Evidence | undefined {
  return findQuestion(guidance, question)?.options.find(o => o.id === option)
    ?.evidence[orchestrator];
}

/** The change as a guidance layer; `undefined` while something is missing or unknown. */
export function guidanceLayerOf(
  guidance: Guidance,
  change: GuidanceChange,
): Record<string, unknown> | undefined {
  const { kind, orchestrator, ring, question, option, effect } = change;
  const reason = change.reason.trim();
  const today = guidance.orchestrators.find(({ id }) => id === orchestrator);
  if (!today) {
    return undefined;
  }
  if (kind === 'ring') {
    return RINGS.some(known => known === ring)
      ? {
          orchestrators: [
            {
              id: orchestrator,
              ring,
              ...(reason && { ringReason: reason }),
              // The old reason is one for the old ring.
              ...(!reason && today.ringReason && { ringReason: null }),
            },
          ],
        }
      : undefined;
  }
  const known = findQuestion(guidance, question)?.options.some(
    o => o.id === option,
  );
  const evidence = newEvidence(
    effect,
    reason || evidenceToday(guidance, change)?.because,
  );
  return kind === 'evidence' && known && evidence !== undefined
    ? {
        questions: [
          {
            id: question,
            options: [{ id: option, evidence: { [orchestrator]: evidence } }],
          },
        ],
      }
    : undefined;
}

/** `null` takes the evidence away; `undefined` where something is missing. */
function newEvidence(effect: string, because: string | undefined) {
  if (effect === 'none') {
    return null;
  }
  const known = NEW_EFFECTS.some(one => one === effect);
  return known && because ? { effect, because } : undefined;
}
