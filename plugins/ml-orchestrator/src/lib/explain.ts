import type {
  Guidance,
  RankedOrchestrator,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { orchestratorTitle } from './words';

/** How firm a recommendation is: `clear, margin 5`. */
export function marginInWords(recommendation: Recommendation): string {
  if (recommendation.margin === undefined) {
    return 'the only one left';
  }
  return `${recommendation.closeCall ? 'close call' : 'clear'}, margin ${
    recommendation.margin
  }`;
}

/** Why an orchestrator that was not recommended was not, in one phrase. */
export function whyNot(guidance: Guidance, ranked: RankedOrchestrator): string {
  const ruling = ranked.opposing.find(e => e.effect === 'rules-out');
  if (ruling) {
    return `ruled out: ${ruling.because}`;
  }
  if (ranked.status === 'hold') {
    const reason = guidance.orchestrators.find(
      o => o.id === ranked.orchestrator,
    )?.ringReason;
    return reason ? `on hold: ${reason}` : 'on hold';
  }
  const opposing = ranked.opposing[0];
  return opposing ? opposing.because : 'less speaks for it';
}

/** The outcome in one sentence, for the live region and for summaries. */
export function outcomeSentence(
  guidance: Guidance,
  recommendation: Recommendation,
): string {
  return recommendation.winner === undefined
    ? 'No orchestrator fits these answers.'
    : `${orchestratorTitle(
        guidance,
        recommendation.winner,
      )} fits: ${marginInWords(recommendation)}.`;
}

/** Length of a score's bar, in percent of the longest. */
export function barLength(score: number, scores: number[]): number {
  const low = Math.min(0, ...scores);
  const high = Math.max(...scores);
  return high === low ? 0 : Math.round(((score - low) / (high - low)) * 100);
}
