import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { CostPage } from './CostPage';

const render = (search = '', api = new FixtureApi()) =>
  renderInTestApp(<CostPage />, {
    apis: [[mlOrchestratorApiRef, api]],
    initialRouteEntries: [`/${search}`],
  });
const offer = (name: string) => screen.findByRole('region', { name });

describe('CostPage', () => {
  it('spells out what each offer costs, with its source', async () => {
    render('?runsPerMonth=1000&stepsPerRun=20');
    const standard = await offer('Step Functions: Standard workflow');
    expect(standard).toHaveTextContent('$0.40 a month');
    expect(standard).toHaveTextContent(
      '(20,000 − 4,000 free) ÷ 1,000 × $0.025 = $0.40',
    );
    expect(standard).toHaveTextContent('Limits page, as of 2026-11-01');
  });

  it('says what is unknown, and what is of another region', async () => {
    render();
    expect(await offer('Step Functions: Express workflow')).toHaveTextContent(
      /unknown.*Unknown, and not guessed: Express workflow/,
    );
    expect(await offer('MWAA: Environment')).toHaveTextContent(
      'This is the price of ap-northeast-1',
    );
  });

  it('follows what is typed, and says which field is wrong', async () => {
    render();
    const runs = await screen.findByLabelText('Runs a month');
    await userEvent.clear(runs);
    expect(
      screen.getByText('A whole number from 0 to 1000000.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Correct the fields/)).toBeInTheDocument();
    await userEvent.type(runs, '10000');
    expect(await offer('Step Functions: Standard workflow')).toHaveTextContent(
      '$1.90 a month',
    );
  });

  it('lists where offers change places, for those who do not see the plot', async () => {
    render('?stepsPerRun=20');
    const list = await screen.findByRole('list', {
      name: 'Where offers change places',
    });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says when there are no prices', async () => {
    render('', new FixtureApi({ ...guidanceFixture, prices: [] }));
    expect(
      await screen.findByText('The guide knows no prices'),
    ).toBeInTheDocument();
  });
});
