import type {
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';

/** A recommendation in words and ids, for somebody who has not read the guidance. */
export function explainRecommendation(
  guidance: Guidance,
  recommendation: Recommendation,
) {
  const { winner, ranking, open, flips, conflict } = recommendation;
  const orchestrator = (id: string | undefined) =>
    guidance.orchestrators.find(o => o.id === id);
  const question = (id: string | undefined) =>
    guidance.questions.find(q => q.id === id);
  const best = ranking.find(r => r.orchestrator === winner);
  const recommended = orchestrator(winner);
  const next = question(open.nextQuestion);
  return {
    status: recommendation.status,
    settled: next === undefined,
    ...(recommended
      ? {
          winner: {
            id: recommended.id,
            title: recommended.title,
            summary: recommended.summary,
          },
        }
      : {}),
    ...(recommendation.margin === undefined
      ? {}
      : { margin: recommendation.margin }),
    closeCall: recommendation.closeCall,
    because: best?.supporting.map(e => e.because) ?? [],
    butKnow: best?.opposing.map(e => e.because) ?? [],
    whyNot: ranking
      .filter(r => r !== best)
      .map(ranked => {
        const other = orchestrator(ranked.orchestrator);
        return {
          id: ranked.orchestrator,
          title: other?.title ?? ranked.orchestrator,
          status: ranked.status,
          reasons: [
            ...(ranked.status === 'hold' && other?.ringReason
              ? [other.ringReason]
              : []),
            ...ranked.opposing.map(e => e.because),
          ],
        };
      }),
    conflict,
    flips: flips.map(flip => {
      const asked = question(flip.question);
      const label = asked?.options.find(o => o.id === flip.to)?.label;
      return {
        question: flip.question,
        to: flip.to,
        text: `${asked?.text} ${label}`,
        ...(flip.winner ? { winner: flip.winner } : {}),
      };
    }),
    possibleWinners: open.possibleWinners,
    ...(next
      ? {
          nextQuestion: {
            id: next.id,
            text: next.text,
            why: next.why,
            options: next.options.map(({ id, label, description }) => ({
              id,
              label,
              ...(description ? { description } : {}),
            })),
          },
        }
      : {}),
  };
}
