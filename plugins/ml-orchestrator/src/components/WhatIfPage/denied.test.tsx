import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { WhatIfPage } from './WhatIfPage';

// In a file of its own: what the permission API said is kept from test to test.
describe('WhatIfPage', () => {
  it('is for the owners of the guidance, and says how to become one', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'whatIf');
    renderInTestApp(<WhatIfPage guidance={guidanceFixture} />, {
      apis: [
        [mlOrchestratorApiRef, api],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.DENY }),
        ],
      ],
      initialRouteEntries: ['/?change=ring&of=step-functions&ring=hold'],
    });
    expect(
      await screen.findByText('What if is for the owners of the guidance'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/ml-orchestrator\.guidance\.owner\.read/),
    ).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });
});
