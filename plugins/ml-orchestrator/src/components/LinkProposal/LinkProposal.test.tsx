import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { LinkProposal as Proposal } from 'backstage-plugin-ml-orchestrator-common';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { GuideLinksProvider } from '../../links';
import type { GuideLinks } from '../../links';
import { LinkProposal } from './LinkProposal';

const proposal: Proposal = {
  entityRef: 'component:default/churn',
  orchestrator: 'step-functions',
  locator: 'churn',
  confidence: 'high',
  evidence: [
    { path: 'workflow/train.asl.json', line: 12, found: 'arn:aws:states:::x' },
    { path: 'other.asl.json', line: 1, found: 'x' },
  ],
  etag: '1',
  foundAt: '2026-11-24T12:00:00.000Z',
};

const none = () => undefined;
const links: GuideLinks = {
  tab: none,
  template: ({ templateName }) => `/create/${templateName}`,
  docs: none,
};

function render(answer: () => Promise<Proposal | undefined>, given = links) {
  const api = new FixtureApi();
  api.getLinkProposal = jest.fn(answer);
  renderInTestApp(
    <GuideLinksProvider value={given}>
      <div data-testid="around">
        <LinkProposal entityRef="component:default/churn" />
      </div>
    </GuideLinksProvider>,
    { apis: [[mlOrchestratorApiRef, api]] },
  );
  return api;
}

describe('LinkProposal', () => {
  it('says what it looks as if it runs on, and where that was seen', async () => {
    render(async () => proposal);
    expect(
      await screen.findByText(/It looks as if it runs on AWS Step Functions:/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/workflow\/train\.asl\.json, line 12:/),
    ).toBeInTheDocument();
    expect(screen.getByText('arn:aws:states:::x')).toBeInTheDocument();
    expect(
      screen.getByText('ml-orchestrator/detection: dismissed'),
    ).toBeInTheDocument();
  });

  it('leads to the template, with what is known filled in', async () => {
    render(async () => proposal);
    const link = await screen.findByRole('link', {
      name: 'Link it to AWS Step Functions',
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href')!,
      'http://portal',
    );
    expect(pathname).toBe('/create/link-ml-pipeline');
    expect(JSON.parse(searchParams.get('formData')!)).toEqual({
      entity: 'component:default/churn',
      how: 'runs-on',
      orchestrator: 'resource:default/step-functions',
      locator: 'churn',
    });
  });

  it('shows nothing of another entity while the proposal is fetched', async () => {
    const api = new FixtureApi();
    api.getLinkProposal = async entityRef =>
      entityRef === proposal.entityRef ? proposal : new Promise(() => {});
    const Page = () => {
      const [entityRef, setEntityRef] = useState(proposal.entityRef);
      return (
        <>
          <button onClick={() => setEntityRef('component:default/other')}>
            other
          </button>
          <LinkProposal entityRef={entityRef} />
        </>
      );
    };
    renderInTestApp(<Page />, { apis: [[mlOrchestratorApiRef, api]] });
    await screen.findByText(/It looks as if/);
    await userEvent.click(screen.getByRole('button', { name: 'other' }));
    expect(screen.queryByText(/It looks as if/)).not.toBeInTheDocument();
  });

  it('is less sure of names', async () => {
    render(async () => ({ ...proposal, confidence: 'medium' }));
    expect(
      await screen.findByText(/It may run on AWS Step Functions/),
    ).toBeInTheDocument();
  });

  it('has no link where there is no scaffolder', async () => {
    render(async () => proposal, { ...links, template: none });
    await screen.findByText(/It looks as if/);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it.each([
    ['nothing is proposed', async () => undefined],
    [
      'it cannot be loaded',
      async () => {
        throw new Error('down');
      },
    ],
  ])('is not there when %s', async (_, answer) => {
    const api = render(answer);
    await waitFor(() => expect(api.getLinkProposal).toHaveBeenCalled());
    expect(screen.getByTestId('around')).toBeEmptyDOMElement();
  });
});
