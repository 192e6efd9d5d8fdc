import { screen, waitFor } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi, linkProposalFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { mlOrchestratorPlugin } from '../../plugin';

const TITLE = 'Is this an ML pipeline?';

function render(type: string, proposed = true) {
  const api = new FixtureApi();
  const asked = jest
    .spyOn(api, 'getLinkProposal')
    .mockImplementation(async entityRef =>
      proposed ? linkProposalFixture(entityRef) : undefined,
    );
  renderTestApp({
    apis: [[mlOrchestratorApiRef, api]],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'churn' },
          spec: { type },
        },
      }),
      mlOrchestratorPlugin.getExtension('entity-card:ml-orchestrator/proposal'),
    ],
  });
  return asked;
}

describe('LinkProposalCard', () => {
  it('says what detection proposes for a component of any type', async () => {
    render('service');
    expect(await screen.findByText(TITLE)).toBeInTheDocument();
    expect(
      screen.getByText(/It looks as if it runs on AWS Step Functions:/),
    ).toBeInTheDocument();
  });

  it('is not there when nothing is proposed', async () => {
    const asked = render('service', false);
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await Promise.all(asked.mock.results.map(({ value }) => value));
    expect(screen.queryByText(TITLE)).not.toBeInTheDocument();
  });

  it('leaves the proposal to the invitation where there is one', async () => {
    const asked = render('ml-pipeline');
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });
});
