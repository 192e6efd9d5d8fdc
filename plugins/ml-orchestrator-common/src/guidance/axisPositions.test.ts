import { smallGuidance } from '../__testUtils__/smallGuidance';
import { axisPositions } from './axisPositions';
import type { Guidance, Rating } from './types';

const criterion = (
  id: string,
  axis: 'integration' | 'flexibility' | undefined,
  ratings: Record<string, Rating | undefined>,
): Guidance['criteria'][number] => ({
  id,
  group: 'g',
  title: id,
  axis,
  values: Object.fromEntries(
    Object.entries(ratings).map(([orchestrator, rating]) => [
      orchestrator,
      { value: 'x', rating, verified: true, sources: [] },
    ]),
  ),
});

describe('axisPositions', () => {
  it('takes the mean of the ratings that count for an axis', () => {
    const [first, second] = smallGuidance.orchestrators.map(o => o.id);
    const positions = axisPositions({
      ...smallGuidance,
      criteria: [
        criterion('a', 'integration', { [first]: 'strong', [second]: 'weak' }),
        criterion('b', 'integration', { [first]: 'partial' }),
        criterion('c', 'flexibility', { [first]: undefined, [second]: 'weak' }),
        criterion('d', undefined, { [first]: 'weak' }),
      ],
    });
    expect(positions[0]).toEqual({
      orchestrator: first,
      integration: 0.75,
      flexibility: undefined,
    });
    expect(positions[1]).toEqual({
      orchestrator: second,
      integration: 0,
      flexibility: 0,
    });
  });
});
