import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { RouteRefLinks } from '../../links';
import { decideRouteRef } from '../../routes';
import { LearnPage } from './LearnPage';

const render = (address = '/', api = new FixtureApi()) =>
  renderInTestApp(
    <RouteRefLinks>
      <LearnPage />
    </RouteRefLinks>,
    {
      apis: [[mlOrchestratorApiRef, api]],
      initialRouteEntries: [address],
      mountedRoutes: { '/decide': decideRouteRef },
    },
  );
const part = (name: string) => screen.findByRole('region', { name });

describe('LearnPage', () => {
  it('leads to every part that there is, and to no other', async () => {
    render();
    const contents = await screen.findByRole('navigation', {
      name: 'On this page',
    });
    expect(
      within(contents)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'The orchestrators',
      'Worked scenarios',
      'Terms',
      'Check yourself',
    ]);
  });

  it('tells a scenario with its reasoning, and opens it in Decide', async () => {
    render();
    const scenarios = await part('Worked scenarios');
    expect(scenarios).toHaveTextContent(
      'Here the guide chooses AWS Step Functions. Loops and many services.',
    );
    expect(scenarios).toHaveTextContent('Here nothing fits. Nothing is left.');
    expect(
      within(scenarios).getByRole('link', {
        name: 'Open “Nightly training” in Decide',
      }),
    ).toHaveAttribute('href', '/decide?answers=loops=no,reach=sagemaker');
  });

  it('leads to what a link names, once it is loaded', async () => {
    render('/#term-lineage');
    await waitFor(() =>
      expect(document.getElementById('term-lineage')).toHaveFocus(),
    );
    expect(document.getElementById('term-lineage')).toHaveAttribute(
      'aria-current',
      'location',
    );
  });

  it('sorts and filters terms', async () => {
    render();
    const terms = await part('Terms');
    const titles = () =>
      within(terms)
        .queryAllByRole('heading', { level: 3 })
        .map(heading => heading.textContent);
    expect(titles()).toEqual(['DAG#', 'Lineage#']);
    const filter = within(terms).getByRole('searchbox');
    await userEvent.type(filter, 'came from');
    expect(titles()).toEqual(['Lineage#']);
    await userEvent.type(filter, ' nowhere');
    expect(within(terms).getByText('No term matches.')).toBeInTheDocument();
  });

  it('explains answers to the self-check and counts the right ones', async () => {
    render();
    const check = await part('Check yourself');
    const answer = async (name: string) => {
      await userEvent.click(within(check).getByRole('radio', { name }));
      await userEvent.click(
        within(check).getByRole('button', {
          name: 'Check: Which of them can loop?',
        }),
      );
    };
    await answer('SageMaker Pipelines');
    expect(check).toHaveTextContent('Not quite. Its graph is acyclic.');
    expect(check).toHaveTextContent(
      'Right would be “Step Functions”: A state may lead back.',
    );
    expect(check).toHaveTextContent('0 right of 1 checked, 1 in all.');

    await userEvent.click(
      within(check).getByRole('button', { name: 'Start again' }),
    );
    await answer('Step Functions');
    expect(check).toHaveTextContent('Right. A state may lead back.');
    expect(check).toHaveTextContent('1 right of 1 checked, 1 in all.');
  });

  it('says when there is nothing to learn', async () => {
    render(
      '/',
      new FixtureApi({
        ...guidanceFixture,
        scenarios: [],
        terms: [],
        selfCheck: [],
      }),
    );
    expect(
      await screen.findByText('The guide teaches nothing yet'),
    ).toBeInTheDocument();
  });
});
