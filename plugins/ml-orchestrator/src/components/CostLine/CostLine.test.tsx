import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { guidanceFixture } from '../../__fixtures__';
import { RouteRefLinks } from '../../links';
import { costRouteRef } from '../../routes';
import { CostLine } from './CostLine';

const render = () =>
  renderInTestApp(
    <RouteRefLinks>
      <CostLine guidance={guidanceFixture} winner="step-functions" />
    </RouteRefLinks>,
    { mountedRoutes: { '/cost': costRouteRef } },
  );

describe('CostLine', () => {
  it('reckons with a person’s own workload, the recommended one first', async () => {
    render();
    await userEvent.clear(await screen.findByLabelText('Runs a month'));
    expect(screen.getByText(/^Correct the fields/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Runs a month'), '10000');
    expect(
      screen.getByText(
        'Orchestration a month, for 10000 runs of 8 steps: Step Functions $1.90 · SageMaker Pipelines $0 · MWAA $357.70.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      '/cost?runsPerMonth=10000',
    );
  });
});
