import { screen, within } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { GuidanceStatusReport } from 'backstage-plugin-ml-orchestrator-common';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { RouteRefLinks } from '../../links';
import { decideRouteRef } from '../../routes';
import { GuidancePage } from './GuidancePage';

class OwnersApi extends FixtureApi {
  constructor(private readonly changes: Partial<GuidanceStatusReport>) {
    super();
  }

  async getGuidanceStatus() {
    return { ...(await super.getGuidanceStatus()), ...this.changes };
  }
}

const render = (changes: Partial<GuidanceStatusReport> = {}) =>
  renderInTestApp(
    <RouteRefLinks>
      <GuidancePage />
    </RouteRefLinks>,
    {
      apis: [
        [mlOrchestratorApiRef, new OwnersApi(changes)],
        [permissionApiRef, mockApis.permission()],
      ],
      mountedRoutes: { '/decide': decideRouteRef },
    },
  );

const section = (name: string) => screen.findByRole('region', { name });

describe('GuidancePage', () => {
  it('says which layers are loaded, when, and when the next refresh is due', async () => {
    render({
      layers: [
        { location: 'default', status: 'loaded' },
        {
          location: 'ours.yaml',
          status: 'failed',
          loadedAt: '2026-11-24T02:00:00.000Z',
        },
      ],
      refresh: {
        at: '2026-11-24T02:00:00.000Z',
        outcome: 'refused',
        nextAt: '2026-11-24T02:05:00.000Z',
      },
    });
    const row = await screen.findByRole('row', { name: /ours\.yaml/ });
    expect(row).toHaveTextContent('not in use');
    expect(within(row).getByText(/2026/)).toHaveAttribute(
      'datetime',
      '2026-11-24T02:00:00.000Z',
    );
    expect(
      screen.getByRole('row', { name: /comes with the plugin/ }),
    ).toHaveTextContent('loaded');
    expect(screen.getByText(/refused because of errors/)).toHaveTextContent(
      /The next one is due about/,
    );
  });

  it('shows each finding with its place and what to do', async () => {
    render({
      warnings: [
        {
          severity: 'warning',
          code: 'nothing-to-remove',
          message: '"airflow" cannot be removed',
          hint: 'Did you mean "airflow-mwaa"?',
          file: 'ours.yaml',
          line: 3,
          column: 5,
        },
      ],
    });
    const finding = within(await section('Findings')).getByRole('listitem');
    expect(finding).toHaveTextContent('warning: "airflow" cannot be removed');
    expect(finding).toHaveTextContent('Did you mean "airflow-mwaa"?');
    expect(finding).toHaveTextContent('ours.yaml:3:5');
  });

  it('says that nothing is wrong', async () => {
    render();
    expect(await section('Findings')).toHaveTextContent(
      'Nothing is wrong with the guidance.',
    );
  });

  it('tries the scenarios and leads to their answers', async () => {
    render();
    const [first] = guidanceFixture.scenarios;
    const row = await screen.findByRole('row', {
      name: new RegExp(first.title),
    });
    expect(row).toHaveTextContent(/holds$/);
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/decide\?answers=\w+/),
    );
  });

  it('tells the size of the tree and what is on hold', async () => {
    render();
    const decision = await section('The decision');
    expect(decision).toHaveTextContent(/\d+ nodes?, \d+ outcomes?, at most \d/);
    expect(decision).toHaveTextContent('Old Runner');
    expect(await section('How much there is')).toHaveTextContent(
      `Questions${guidanceFixture.questions.length}`,
    );
  });
});
