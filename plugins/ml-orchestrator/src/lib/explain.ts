import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  RankedOrchestrator,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';

/** How firm a recommendation is: `clear, margin 5`. */
export function marginInWords(
  t: Translate,
  { margin, closeCall }: Recommendation,
): string {
  if (margin === undefined) {
    return t('decide.margin.onlyOne');
  }
  return t(closeCall ? 'decide.margin.close' : 'decide.margin.clear', {
    margin: String(margin),
  });
}

/** Why an orchestrator that was not recommended was not, in one phrase. */
export function whyNot(
  t: Translate,
  guidance: Guidance,
  ranked: RankedOrchestrator,
): string {
  const ruling = ranked.opposing.find(e => e.effect === 'rules-out');
  if (ruling) {
    return t('decide.whyNot.ruledOut', { because: ruling.because });
  }
  if (ranked.status === 'hold') {
    const reason = guidance.orchestrators.find(
      o => o.id === ranked.orchestrator,
    )?.ringReason;
    return reason
      ? t('decide.whyNot.holdBecause', { reason })
      : t('decide.whyNot.hold');
  }
  return ranked.opposing[0]?.because ?? t('decide.whyNot.less');
}

/** The outcome in one sentence, for the live region and for summaries. */
export function outcomeSentence(
  t: Translate,
  guidance: Guidance,
  recommendation: Recommendation,
): string {
  const { winner } = recommendation;
  return winner === undefined
    ? t('decide.outcome.conflict')
    : t('decide.outcome.fits', {
        title: orchestratorTitle(guidance, winner),
        margin: marginInWords(t, recommendation),
      });
}

/** Length of a score's bar, in percent of the longest. */
export function barLength(score: number, scores: number[]): number {
  const low = Math.min(0, ...scores);
  const high = Math.max(...scores);
  return high === low ? 0 : Math.round(((score - low) / (high - low)) * 100);
}
