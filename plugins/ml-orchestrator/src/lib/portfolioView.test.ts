import {
  filtered,
  isFiltered,
  pagingOf,
  portfolioViewQuery,
  readPortfolioView,
  sortedBy,
  unfiltered,
  WHOLE_PORTFOLIO,
} from './portfolioView';
import type { PortfolioView } from './portfolioView';

const read = (query: string) => readPortfolioView(new URLSearchParams(query));

describe('the view of the portfolio in the address', () => {
  it('is as a new reader sees it when nothing is there', () => {
    expect(read('')).toEqual(WHOLE_PORTFOLIO);
    expect(portfolioViewQuery(WHOLE_PORTFOLIO)).toBe('');
  });

  it.each<PortfolioView>([
    {
      filters: {
        owner: ['group:default/growth', ''],
        system: ['system:default/retention'],
        orchestrator: ['step-functions'],
        verdict: ['fits', 'close'],
        decidedBy: ['override', ''],
        search: 'churn & más ',
      },
      sort: '-decidedOn',
      page: 3,
      shape: 'charts',
    },
    { ...WHOLE_PORTFOLIO, filters: { orchestrator: [''] } },
  ])('comes back as it was', view => {
    expect(read(portfolioViewQuery(view))).toEqual(view);
  });

  it('leaves out what makes no sense', () => {
    expect(
      read('verdict=great&decidedBy=dice&sort=luck&page=-2&show=song'),
    ).toEqual(WHOLE_PORTFOLIO);
    expect(read('sort=own-er')).toEqual(WHOLE_PORTFOLIO);
    expect(read('verdict=fits&verdict=fits&page=1.5')).toEqual({
      ...WHOLE_PORTFOLIO,
      filters: { verdict: ['fits'] },
    });
  });
});

describe('changing the view', () => {
  const view = read('verdict=fits&search=churn&page=4');

  it('filters from the first page on', () => {
    expect(filtered(view, { owner: [''], search: '' })).toEqual({
      ...WHOLE_PORTFOLIO,
      filters: { verdict: ['fits'], owner: [''] },
    });
    const all = filtered(view, { verdict: undefined, search: undefined });
    expect(all).toEqual(WHOLE_PORTFOLIO);
    expect(isFiltered(all)).toBe(false);
    expect(unfiltered(view)).toEqual(all);
  });

  it('turns the order round when it is asked for again', () => {
    const once = sortedBy(view, 'owner');
    expect(once).toMatchObject({ sort: 'owner', page: 1 });
    expect(sortedBy(once, 'owner').sort).toBe('-owner');
    expect(sortedBy(sortedBy(once, 'owner'), 'owner').sort).toBe('owner');
  });

  it('says which rows are on the page', () => {
    expect(pagingOf(view)).toEqual({ sort: 'title', offset: 150, limit: 50 });
  });
});
