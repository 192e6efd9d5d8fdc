import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { download } from '../../lib/download';
import { RouteRefLinks } from '../../links';
import { portfolioRouteRef, templateRouteRef } from '../../routes';
import { PortfolioPage } from './PortfolioPage';

jest.mock('../../lib/download');

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
};

const render = (search = '', api = new FixtureApi()) => {
  renderInTestApp(
    <RouteRefLinks>
      <Routes>
        <Route path="/portfolio/*" element={<PortfolioPage />} />
      </Routes>
      <Address />
    </RouteRefLinks>,
    {
      apis: [[mlOrchestratorApiRef, api]],
      initialRouteEntries: [`/portfolio${search}`],
      mountedRoutes: {
        '/portfolio': portfolioRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
    },
  );
  return api;
};

const pipelines = async () => {
  const table = await screen.findByRole('table', { name: 'ML pipelines' });
  return within(table)
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);
};
const row = (name: string) => screen.findByRole('row', { name: RegExp(name) });
const address = () => screen.getByLabelText('address').textContent;

describe('PortfolioPage', () => {
  it('counts by orchestrator and verdict, each number a link to its rows', async () => {
    render();
    expect(
      await screen.findByRole('link', { name: '5 ML pipelines' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '2 MWAA' })).toHaveAttribute(
      'href',
      '/portfolio?orchestrator=airflow-mwaa',
    );
    expect(screen.getByRole('link', { name: '1 not linked' })).toHaveAttribute(
      'href',
      '/portfolio?orchestrator=',
    );
    await userEvent.click(
      screen.getByRole('link', { name: '1 no longer fits' }),
    );
    await waitFor(async () =>
      expect(await pipelines()).toEqual(['lifetime-value']),
    );
    expect(address()).toBe('/portfolio?verdict=no-longer-fits');
    expect(
      screen.getByRole('link', { name: '1 ML pipeline' }),
    ).toBeInTheDocument();
  });

  it('says of a pipeline who owns it, how it was decided, and what is thought of it today', async () => {
    render();
    const differs = await row('lifetime-value');
    expect(differs).toHaveTextContent('growth');
    expect(differs).toHaveTextContent('Nov 1, 2025 · answers');
    expect(differs).toHaveTextContent(/(days|months|years) ago/);
    expect(differs).toHaveTextContent(
      /no longer fits.*would now be Step Functions/,
    );
    expect(differs).toHaveTextContent(/it calls any AWS service/);
    expect(
      within(differs).getByRole('list', {
        name: 'What changed in the guide (verdict since Nov 20, 2026)',
        hidden: true,
      }),
    ).toHaveTextContent(
      'MWAA went from recommended to allowed: one environment for all teams',
    );
    expect(
      within(differs).getByRole('link', { name: 'lifetime-value' }),
    ).toHaveAttribute('href', '/catalog/default/component/lifetime-value');
    expect(await row('fraud-training')).toHaveTextContent(
      /override.*because: the team knows Airflow.*fits.*the guide would choose Step Functions/,
    );
    expect(await row('nightly-report')).toHaveTextContent(
      /not recorded.*unknown/,
    );
    expect(await row('unlinked-scoring')).toHaveTextContent(
      /not linked.*unlinked/,
    );
  });

  it('asks the server to sort, and the other way round', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'getPortfolio');
    render('?page=2', api);
    await userEvent.click(await screen.findByRole('button', { name: 'Owner' }));
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(expect.anything(), {
        sort: 'owner',
        offset: 0,
        limit: 50,
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    await waitFor(() => expect(address()).toBe('/portfolio?sort=-owner'));
    expect(
      await screen.findByRole('columnheader', { name: 'Owner' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('takes filters from the address, and puts them there', async () => {
    render('?orchestrator=airflow-mwaa&search=fraud');
    await waitFor(async () =>
      expect(await pipelines()).toEqual(['fraud-training']),
    );
    expect(screen.getByLabelText('Orchestrator')).toHaveDisplayValue('MWAA');
    await userEvent.clear(screen.getByLabelText('Search'));
    await userEvent.selectOptions(
      screen.getByLabelText('Decided by'),
      'override',
    );
    await userEvent.selectOptions(screen.getByLabelText('Orchestrator'), 'any');
    expect(address()).toBe('/portfolio?decidedBy=override');
    await userEvent.type(screen.getByLabelText('Search'), 'risk');
    await waitFor(() =>
      expect(address()).toBe('/portfolio?decidedBy=override&search=risk'),
    );
  });

  it('shows several values that a link asks for', async () => {
    render('?verdict=fits&verdict=unlinked');
    await waitFor(async () => expect(await pipelines()).toHaveLength(3));
    expect(screen.getByLabelText('Verdict')).toHaveDisplayValue(
      'one of: fits, unlinked',
    );
  });

  it('turns the pages', async () => {
    const many = new FixtureApi();
    const [first] = (await many.getPortfolio({}, {})).items;
    jest
      .spyOn(many, 'getPortfolio')
      .mockImplementation(async (_, { offset = 0 }) => ({
        items: [{ ...first, title: `Row ${offset}` }],
        totalItems: 1234,
      }));
    render('', many);
    expect(await screen.findByText('1–50 of 1,234')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–100 of 1,234')).toBeInTheDocument();
    expect(await pipelines()).toEqual(['Row 50']);
    expect(address()).toBe('/portfolio?page=2');
  });

  it('says which rows are shown while the next ones are on their way', async () => {
    const api = new FixtureApi();
    const [first] = (await api.getPortfolio({}, {})).items;
    let arrive = () => {};
    jest
      .spyOn(api, 'getPortfolio')
      .mockImplementation(async (_, { offset = 0 }) => {
        if (offset > 0) {
          await new Promise<void>(resolve => {
            arrive = resolve;
          });
        }
        return {
          items: [{ ...first, title: `Row ${offset}` }],
          totalItems: 99,
        };
      });
    render('', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'ML pipelines' });
    expect(table.closest('[aria-busy="true"]')).toBeInTheDocument();
    expect(await pipelines()).toEqual(['Row 0']);
    expect(screen.getByText('1–50 of 99')).toBeInTheDocument();
    arrive();
    expect(await screen.findByText('51–99 of 99')).toBeInTheDocument();
    expect(await pipelines()).toEqual(['Row 50']);
    expect(table.closest('[aria-busy="true"]')).toBeNull();
    expect(screen.queryByTestId('progress')).not.toBeInTheDocument();
  });

  it('asks for all rows at once when the filters are cleared', async () => {
    const api = new FixtureApi();
    render('?verdict=fits&search=fraud', api);
    await waitFor(async () =>
      expect(await pipelines()).toEqual(['fraud-training']),
    );
    const asked = jest.spyOn(api, 'getPortfolio');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await pipelines()).toHaveLength(5));
    expect(asked.mock.calls.map(([{ search }]) => search || undefined)).toEqual(
      [undefined],
    );
  });

  it('shows charts, with tables whose numbers lead to the rows', async () => {
    render('?owner=group%3Adefault%2Fgrowth&show=charts');
    const byTeam = await screen.findByRole('region', { name: 'By team' });
    expect(
      within(byTeam).getByRole('link', { name: 'growth: 1 no longer fits' }),
    ).toHaveAttribute(
      'href',
      '/portfolio?owner=group%3Adefault%2Fgrowth&verdict=no-longer-fits',
    );
    const overTime = screen.getByRole('region', { name: 'Over time' });
    expect(
      within(overTime)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'DayAllfitsno longer fitsunlinked',
      'Nov 20, 20262110',
      'Nov 1, 20261001',
    ]);
    // Of earlier days there are no rows to lead to.
    expect(
      within(overTime)
        .getAllByRole('link')
        .map(link => link.getAttribute('aria-label')),
    ).toEqual([
      'Nov 20, 2026: 2',
      'Nov 20, 2026: 1 fits',
      'Nov 20, 2026: 1 no longer fits',
    ]);
    expect(
      within(overTime).getByRole('link', { name: 'Nov 20, 2026: 1 fits' }),
    ).toHaveAttribute(
      'href',
      '/portfolio?owner=group%3Adefault%2Fgrowth&verdict=fits',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(await pipelines()).toHaveLength(2);
  });

  it('keeps groups of one name apart', async () => {
    const api = new FixtureApi();
    const summary = await api.getPortfolioSummary({});
    const [{ count, verdicts }] = summary.owners;
    jest.spyOn(api, 'getPortfolioSummary').mockResolvedValue({
      ...summary,
      owners: ['group:default/growth', 'system:default/growth'].map(value => ({
        value,
        count,
        verdicts,
      })),
    });
    const complaints = jest.spyOn(console, 'error');
    render('?show=charts', api);
    const byTeam = await screen.findByRole('region', { name: 'By team' });
    expect(
      within(byTeam).getAllByRole('rowheader', { name: 'growth' }),
    ).toHaveLength(2);
    expect(complaints).not.toHaveBeenCalledWith(
      expect.stringContaining('two children with the same key'),
      expect.anything(),
      expect.anything(),
    );
  });

  it('saves the rows of the filters as CSV', async () => {
    render('?owner=');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Save as CSV' }),
    );
    await waitFor(() =>
      expect(download).toHaveBeenCalledWith(
        'ml-pipelines.csv',
        'text/csv;charset=utf-8',
        'pipeline\r\nunlinked-scoring\r\n',
      ),
    );
  });

  it('leads to What if with the same filters, and all to come back to but the page', async () => {
    render('?owner=&sort=verdict&page=2&show=charts');
    expect(
      await screen.findByRole('button', { name: 'What if…' }),
    ).toHaveAttribute(
      'href',
      '/portfolio/what-if?owner=&sort=verdict&show=charts',
    );
  });

  it('says when the filters leave nothing, and clears them', async () => {
    render('?search=nobody');
    expect(await screen.findByText('No pipeline is left')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(async () => expect(await pipelines()).toHaveLength(5));
    expect(address()).toBe('/portfolio');
  });

  it('says what to do when there are no pipelines', async () => {
    const api = new FixtureApi();
    const summary = await api.getPortfolioSummary({ search: 'nobody' });
    const asked = jest
      .spyOn(api, 'getPortfolioSummary')
      .mockResolvedValue({ ...summary, refreshedAt: undefined });
    render('', api);
    expect(
      await screen.findByText('The portfolio has not been put together yet'),
    ).toBeInTheDocument();
    asked.mockResolvedValue(summary);
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('No ML pipelines yet')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Link an existing pipeline' }),
    ).toHaveAttribute('href', '/create/templates/default/link-ml-pipeline');
  });

  it('keeps the filters in reach when they are refused', async () => {
    const api = new FixtureApi();
    const summary = api.getPortfolioSummary.bind(api);
    jest.spyOn(api, 'getPortfolioSummary').mockImplementation(async filters => {
      if (filters.owner) {
        throw new Error('query.owner: too long');
      }
      return summary(filters);
    });
    render('?owner=nobody', api);
    expect(
      await screen.findByText('query.owner: too long'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await pipelines()).toHaveLength(5);
  });

  it('says what went wrong, and tries again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getPortfolio')
      .mockRejectedValueOnce(new Error('no database'));
    render('', api);
    expect(
      await screen.findByText(/The portfolio could not be loaded/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await pipelines()).toHaveLength(5);
  });
});
