import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';

/** What actions report about a recommendation. */
export interface RecommendationReport {
  winner?: string;
  title?: string;
  margin?: number;
  closeCall: boolean;
  summary: string;
}

/** A recommendation in the few fields that a template can use. */
export function reportRecommendation(
  guidance: Guidance,
  recommendation: Recommendation,
): RecommendationReport {
  const title = (id: string) => orchestratorTitle(guidance, id);
  const { winner, margin, closeCall, tied, heldBack, open } = recommendation;
  if (!winner) {
    const questions = recommendation.conflict.map(
      id => `"${guidance.questions.find(q => q.id === id)?.text ?? id}"`,
    );
    return {
      closeCall,
      summary: `The answers rule out every orchestrator that may be recommended; reconsider ${questions.join(
        ', ',
      )}.`,
    };
  }
  const sentences = [`${title(winner)} fits.`];
  if (tied.length > 1) {
    sentences.push(`It is a tie between ${tied.map(title).join(' and ')}.`);
  } else if (margin !== undefined) {
    sentences.push(
      `It is a ${closeCall ? 'close call' : 'clear result'}, margin ${margin}.`,
    );
  }
  if (heldBack) {
    sentences.push(`${title(heldBack)} would have won, but is on hold.`);
  }
  if (open.nextQuestion) {
    sentences.push('Open questions could still change this.');
  }
  return {
    winner,
    title: title(winner),
    ...(margin === undefined ? {} : { margin }),
    closeCall,
    summary: sentences.join(' '),
  };
}
