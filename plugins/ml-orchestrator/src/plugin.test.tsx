import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { fixtureModule } from './__fixtures__';
import plugin from './index';

describe('the plugin', () => {
  it('opens on Compare and leads to Decide', async () => {
    renderTestApp({
      features: [plugin, fixtureModule],
      initialRouteEntries: ['/ml-orchestrator'],
    });
    expect(
      await screen.findByRole('table', undefined, { timeout: 10_000 }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Decide for me' }),
    );
    expect(
      await screen.findByRole('heading', { name: /Where do the steps/ }),
    ).toBeInTheDocument();
  });

  it('has a tab with all pipelines, and What if below it', async () => {
    renderTestApp({
      features: [plugin, fixtureModule],
      apis: [[permissionApiRef, mockApis.permission()]],
      initialRouteEntries: ['/ml-orchestrator/portfolio?owner='],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole(
        'link',
        { name: '1 ML pipeline' },
        { timeout: 10_000 },
      ),
    ).toHaveAttribute('href', '/ml-orchestrator/portfolio?owner=');
    await userEvent.click(screen.getByRole('button', { name: 'What if…' }));
    expect(
      await screen.findByText(/Only the pipelines of the filters/),
    ).toBeInTheDocument();
  });

  it('has a tab for the owners of the guidance', async () => {
    renderTestApp({
      features: [plugin, fixtureModule],
      apis: [[permissionApiRef, mockApis.permission()]],
      initialRouteEntries: ['/ml-orchestrator/guidance'],
    });
    expect(
      await screen.findByRole(
        'heading',
        { name: 'The guidance and how it fares' },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
  });
});
