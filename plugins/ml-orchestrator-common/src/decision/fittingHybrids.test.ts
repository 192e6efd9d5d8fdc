import { smallGuidance } from '../__testUtils__/smallGuidance';
import { fittingHybrids } from './fittingHybrids';
import { recommend } from './recommend';

const [first, second, third, held] = smallGuidance.orchestrators.map(o => o.id);
const hybrid = (id: string, ...orchestrators: string[]) => ({
  id,
  orchestrators,
  title: id,
  description: 'x',
  when: 'x',
  sources: [],
});
const guidance = {
  ...smallGuidance,
  hybrids: [
    hybrid('both', first, second),
    hybrid('others', second, third),
    hybrid('held', first, held),
  ],
};
const recommendation = { ...recommend(guidance, {}), winner: first };

describe('fittingHybrids', () => {
  it('are those of the winner, without partners on hold', () => {
    expect(
      fittingHybrids(guidance, recommendation).map(f => f.hybrid.id),
    ).toEqual(['both']);
  });

  it('say which partner the answers rule out for the whole', () => {
    const ranking = recommendation.ranking.map(ranked =>
      ranked.orchestrator === second
        ? { ...ranked, status: 'ruled-out' as const }
        : ranked,
    );
    expect(
      fittingHybrids(guidance, { ...recommendation, ranking })[0].ruledOut,
    ).toEqual([second]);
  });

  it('are none when nothing is recommended', () => {
    expect(
      fittingHybrids(guidance, { ...recommendation, winner: undefined }),
    ).toEqual([]);
  });
});
