import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Visibility } from './Visibility';

const ada = mockCredentials.user('user:default/ada');

function setup() {
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockResolvedValue([
    {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule: 'ANY', resourceType: 'catalog-entity' },
    },
  ]);
  const catalog = catalogServiceMock.mock();
  catalog.getEntityFacets.mockImplementation(async () => ({
    facets: { 'metadata.uid': [{ value: 'uid-churn', count: 1 }] },
  }));
  const clock = { now: 0 };
  const visibility = new Visibility({
    catalog,
    permissions,
    types: ['ml-pipeline'],
    now: () => clock.now,
  });
  const asked = () => catalog.getEntityFacets.mock.calls.length;
  return { asked, catalog, clock, visibility };
}

describe('Visibility', () => {
  it('asks once for what a user asks for together, and anew when that has expired', async () => {
    const { asked, clock, visibility } = setup();
    const both = [visibility.visibleTo(ada), visibility.visibleTo(ada)];
    expect(await Promise.all(both)).toEqual([['uid-churn'], ['uid-churn']]);
    clock.now = 9_999;
    await visibility.visibleTo(ada);
    expect(asked()).toBe(1);
    clock.now = 10_000;
    await visibility.visibleTo(ada);
    expect(asked()).toBe(2);
  });

  it('does not remember that asking failed', async () => {
    const { asked, catalog, visibility } = setup();
    catalog.getEntityFacets.mockRejectedValueOnce(new Error('busy'));
    await expect(visibility.visibleTo(ada)).rejects.toThrow('busy');
    expect(await visibility.visibleTo(ada)).toEqual(['uid-churn']);
    expect(asked()).toBe(2);
  });

  it('remembers a hundred users, the latest ones', async () => {
    const { asked, visibility } = setup();
    const users = [...Array(101).keys()].map(i =>
      mockCredentials.user(`user:default/u${i}`),
    );
    for (const user of users) {
      await visibility.visibleTo(user);
    }
    // Somebody who is remembered needs no room.
    await visibility.visibleTo(users[1]);
    await visibility.visibleTo(users[100]);
    expect(asked()).toBe(101);
    await visibility.visibleTo(users[0]);
    expect(asked()).toBe(102);
  });

  it('asks for each request of a service', async () => {
    const { asked, visibility } = setup();
    await visibility.visibleTo(mockCredentials.service());
    await visibility.visibleTo(mockCredentials.service());
    expect(asked()).toBe(2);
  });
});
