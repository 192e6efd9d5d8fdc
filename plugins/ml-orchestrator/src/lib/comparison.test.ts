import { guidanceFixture } from '../__fixtures__';
import { comparisonGroups } from './comparison';

describe('comparisonGroups', () => {
  it('groups criteria, leaving out empty groups and keeping strays', () => {
    const groups = comparisonGroups({
      ...guidanceFixture,
      criterionGroups: [
        { id: 'empty', title: 'Empty' },
        { id: 'operations', title: 'Running it' },
      ],
    });
    expect(groups.map(g => [g.id, g.criteria.map(c => c.id)])).toEqual([
      ['operations', ['idle-cost']],
      ['other', ['loops']],
    ]);
  });
});
