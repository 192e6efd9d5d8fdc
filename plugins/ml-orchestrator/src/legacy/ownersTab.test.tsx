import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { FixtureApi } from '../__fixtures__';
import { MlOrchestratorPage, mlOrchestratorApiRef } from './index';
import { rootRouteRef } from './routes';

describe('the owners’ tab', () => {
  it('is not there for those who may not see it', async () => {
    const permissions = mockApis.permission({
      authorize: AuthorizeResult.DENY,
    });
    const asked = jest.spyOn(permissions, 'authorize');
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [mlOrchestratorApiRef, new FixtureApi()],
          [permissionApiRef, permissions],
        ]}
      >
        <Routes>
          <Route path="/guide/*" element={<MlOrchestratorPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/guide'], mountedRoutes: { '/guide': rootRouteRef } },
    );
    expect(await screen.findByRole('tab', { name: 'Decide' })).toBeVisible();
    expect(asked).toHaveBeenCalled();
    expect(screen.queryByRole('tab', { name: 'Guidance' })).toBeNull();
  });
});
