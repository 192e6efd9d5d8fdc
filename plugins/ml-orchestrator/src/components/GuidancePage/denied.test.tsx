import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { GuidancePage } from './GuidancePage';

// In a file of its own: what the permission API said is kept from test to test.
describe('GuidancePage', () => {
  it('keeps everybody else out, and says how to get in', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'getGuidanceStatus');
    renderInTestApp(<GuidancePage />, {
      apis: [
        [mlOrchestratorApiRef, api],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.DENY }),
        ],
      ],
    });
    expect(
      await screen.findByText('This tab is for the owners of the guidance'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/ml-orchestrator\.guidance\.owner\.read/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });
});
