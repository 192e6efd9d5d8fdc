import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  EntityVerdict,
  Guidance,
  Verdict,
  VerdictReason,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { effectWords, findQuestion, optionLabel } from './words';
import type { Badge } from './words';

const SIGNS: Readonly<Record<Verdict, string>> = {
  fits: '✔',
  close: '◐',
  'no-longer-fits': '▲',
  unknown: '?',
  unlinked: '–',
};

/** How a verdict is shown where there is room for a word only. */
export function verdictBadge(t: Translate, verdict: Verdict): Badge {
  return { sign: SIGNS[verdict], word: t(`shared.verdict.word.${verdict}`) };
}

/** A verdict in one sentence. */
export function verdictWords(
  t: Translate,
  guidance: Guidance,
  { verdict, wouldChoose, reasons }: EntityVerdict,
): string {
  const has = (kind: VerdictReason['kind']) =>
    reasons.some(reason => reason.kind === kind);
  switch (verdict) {
    case 'fits':
      return t(
        has('overridden') ? 'shared.verdict.overridden' : 'shared.verdict.fits',
      );
    case 'no-longer-fits':
      if (wouldChoose) {
        return t('shared.verdict.differs', {
          winner: orchestratorTitle(guidance, wouldChoose),
        });
      }
      return t(
        has('on-hold') ? 'shared.verdict.on-hold' : 'shared.verdict.conflict',
      );
    default:
      return t(`shared.verdict.${verdict}`);
  }
}

/** Why a verdict is what it is, in one sentence. */
export function reasonWords(
  t: Translate,
  guidance: Guidance,
  reason: VerdictReason,
): string {
  switch (reason.kind) {
    case 'no-answers':
    case 'conflict':
      return t(`entity.reason.${reason.kind}`);
    case 'overridden':
      return t('entity.reason.overridden', { because: reason.because });
    case 'answer-gone':
      return t('entity.reason.answer-gone', {
        question:
          findQuestion(guidance, reason.question)?.text ?? reason.question,
        option: optionLabel(guidance, reason.question, reason.option),
      });
    default:
  }
  const orchestrator = orchestratorTitle(guidance, reason.orchestrator);
  switch (reason.kind) {
    case 'on-hold':
      return reason.because
        ? t('entity.reason.on-hold-because', {
            orchestrator,
            because: reason.because,
          })
        : t('entity.reason.on-hold', { orchestrator });
    case 'close-call':
      return t('entity.reason.close-call', {
        orchestrator,
        margin: String(reason.margin),
      });
    case 'evidence':
      return t('entity.reason.evidence', {
        orchestrator,
        because: reason.because,
        effect: effectWords(t, reason.effect),
      });
    default:
      return t('entity.reason.orchestrator-gone', { orchestrator });
  }
}
