import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { RouteRefLinks } from '../../links';
import { decideRouteRef } from '../../routes';
import { ComparePage } from './ComparePage';

const render = (api = new FixtureApi()) =>
  renderInTestApp(
    <RouteRefLinks>
      <ComparePage />
    </RouteRefLinks>,
    {
      apis: [[mlOrchestratorApiRef, api]],
      mountedRoutes: { '/decide': decideRouteRef },
    },
  );

describe('ComparePage', () => {
  it('compares the orchestrators, with ring, groups and ratings in words', async () => {
    render();
    const table = await screen.findByRole('table');
    const column = within(table).getByRole('columnheader', { name: /MWAA/ });
    expect(column).toHaveTextContent('allowed');
    const short = within(table).getByRole('row', { name: /In short/ });
    expect(short).toHaveTextContent('Best across everything.');
    expect(short).toHaveTextContent(
      'Why allowed: one environment for all teams',
    );
    expect(within(table).getByText('How logic is written')).toBeInTheDocument();
    const row = within(table).getByRole('row', { name: /Branching and loops/ });
    expect(
      within(row).getByRole('button', { name: /choice and loops.*strong/ }),
    ).toBeInTheDocument();
    expect(within(row).getByText('not stated')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Decide for me' }),
    ).toHaveAttribute('href', '/decide');
  });

  it('opens the detail and its dated sources with the keyboard', async () => {
    render();
    const cell = await screen.findByRole('button', {
      name: /conditions, no loops/,
    });
    cell.focus();
    await userEvent.keyboard('{Enter}');
    const detail = await screen.findByRole('dialog', {
      name: 'Branching and loops: SageMaker Pipelines',
    });
    expect(detail).toHaveTextContent('A pipeline is an acyclic graph.');
    expect(detail).toHaveTextContent('as of 2026-11-01');
    expect(
      within(detail).getByRole('link', { name: /Limits page/ }),
    ).toHaveAttribute('href', 'https://example.com/limits');
  });

  it('marks what nobody has checked', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', { name: /choice and loops/ }),
    );
    expect(await screen.findByText(/Unverified/)).toBeInTheDocument();
  });

  it('shows in one line what is wrong with the guidance', async () => {
    render(
      new FixtureApi(guidanceFixture, [
        {
          severity: 'error',
          code: 'syntax',
          message: 'not YAML',
          hint: 'fix it',
          file: 'guide.yaml',
          line: 3,
          column: 5,
        },
      ]),
    );
    expect(
      await screen.findByText(
        'The configured guidance is not in use: guide.yaml:3:5: not YAML',
      ),
    ).toBeInTheDocument();
  });

  it('filters rows, hides orchestrators and keeps both in the address', async () => {
    render();
    const table = await screen.findByRole('table', { name: '' });
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter rows' }),
      'acyclic',
    );
    expect(within(table).queryByText('Cost when idle')).toBeNull();
    expect(within(table).getByText('Branching and loops')).toBeInTheDocument();
    expect(screen.getByText('1 of 2 rows')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('checkbox', { name: 'MWAA' }));
    expect(
      within(table).queryByRole('columnheader', { name: /MWAA/ }),
    ).toBeNull();

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Filter rows' }),
      ' nowhere',
    );
    expect(screen.getByText(/No row matches/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(screen.getByText('2 of 2 rows')).toBeInTheDocument();
    expect(
      await screen.findByRole('columnheader', { name: /MWAA/ }),
    ).toBeInTheDocument();
  });

  it('copies what is shown as Markdown', async () => {
    const user = userEvent.setup();
    render();
    await user.click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    expect(screen.getByText('Table copied')).toBeInTheDocument();
  });

  it('says when there is nothing to compare', async () => {
    render(new FixtureApi({ ...guidanceFixture, criteria: [] }));
    expect(
      await screen.findByText('The guide compares nothing yet'),
    ).toBeInTheDocument();
  });
});
