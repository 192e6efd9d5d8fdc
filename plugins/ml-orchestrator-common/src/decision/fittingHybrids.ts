import type { Guidance } from '../guidance/types';
import type { Recommendation } from './types';

/** A hybrid that the recommended orchestrator takes part in. */
export interface FittingHybrid {
  hybrid: Guidance['hybrids'][number];
  /**
   * Ids of partners that the answers rule out as the orchestrator of the whole. They may
   * still fit for a part: a state machine that loops may start a pipeline that cannot.
   */
  ruledOut: string[];
}

/** The hybrids that go with a recommendation; those with a partner on hold are left out. */
export function fittingHybrids(
  guidance: Guidance,
  recommendation: Recommendation,
): FittingHybrid[] {
  const { winner, ranking } = recommendation;
  const standing = new Map(ranking.map(r => [r.orchestrator, r]));
  const onHold = new Set(
    guidance.orchestrators.filter(o => o.ring === 'hold').map(o => o.id),
  );
  return guidance.hybrids
    .filter(
      ({ orchestrators }) =>
        winner !== undefined &&
        orchestrators.includes(winner) &&
        !orchestrators.some(id => onHold.has(id)),
    )
    .map(hybrid => ({
      hybrid,
      ruledOut: hybrid.orchestrators.filter(
        id => standing.get(id)?.status === 'ruled-out',
      ),
    }));
}
