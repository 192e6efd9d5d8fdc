import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import {
  catalogApiRef,
  EntityKindFilter,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { useEffect } from 'react';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { EntityOrchestratorPicker, EntityVerdictPicker } from './index';

const entity = (name: string, orchestrator?: string, verdict?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      ...(orchestrator && { 'ml-orchestrator/orchestrator': orchestrator }),
      ...(verdict && { 'ml-orchestrator/verdict': verdict }),
    },
  },
});

const List = () => {
  const { updateFilters, entities } = useEntityList();
  useEffect(() => {
    updateFilters({ kind: new EntityKindFilter('component', 'Component') });
  }, [updateFilters]);
  return (
    <ul aria-label="entities">
      {entities.map(({ metadata }) => (
        <li key={metadata.name}>{metadata.name}</li>
      ))}
    </ul>
  );
};

const names = () =>
  within(screen.getByRole('list', { name: 'entities' }))
    .queryAllByRole('listitem')
    .map(item => item.textContent);

const render = (
  pagination: boolean,
  entities = [
    entity('churn', 'step-functions', 'fits'),
    entity('fraud', 'airflow-mwaa', 'no-longer-fits'),
    entity('limit', undefined, 'unlinked'),
    entity('website'),
  ],
) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities })],
        [mlOrchestratorApiRef, new FixtureApi()],
      ]}
    >
      <EntityListProvider pagination={pagination}>
        <EntityOrchestratorPicker />
        <EntityVerdictPicker />
        <List />
      </EntityListProvider>
    </TestApiProvider>,
  );

const pick = async (picker: string, option: string) => {
  await userEvent.click(await screen.findByRole('textbox', { name: picker }));
  await userEvent.click(await screen.findByText(option));
  await userEvent.keyboard('{Escape}');
};

describe.each([false, true])('the catalog filters, paged: %s', paged => {
  it('filter by orchestrator and by verdict', async () => {
    await render(paged);
    await waitFor(() => expect(names()).toHaveLength(4));
    await pick('Orchestrator', 'MWAA');
    await waitFor(() => expect(names()).toEqual(['fraud']));
    await pick('Orchestrator verdict', '▲ no longer fits');
    await waitFor(() => expect(names()).toEqual(['fraud']));
    await pick('Orchestrator', 'Step Functions');
    await waitFor(() => expect(names()).toEqual(['fraud']));
    await pick('Orchestrator verdict', '✔ fits');
    await waitFor(() => expect(names()).toEqual(['churn', 'fraud']));
  });
});

it('are not there while nothing is linked', async () => {
  await render(true, [entity('website')]);
  await waitFor(() => expect(names()).toEqual(['website']));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
