import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { Content, Header, Page } from '@backstage/core-components';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useParams } from 'react-router-dom';
import { EntityOrchestratorCard } from '../src/legacy';
import { entities } from './entities';

const EntityPage = () => {
  const { name } = useParams();
  const entity = entities.find(e => e.metadata.name === name);
  return (
    <Page themeId="service">
      <Header title={name ?? ''} />
      <Content>
        {entity && (
          <EntityProvider entity={entity}>
            <EntityOrchestratorCard />
          </EntityProvider>
        )}
      </Content>
    </Page>
  );
};

/** As much of a catalog as the guide's links lead to. */
export const catalogPlugin = createPlugin({
  id: 'catalog',
  routes: { catalogEntity: entityRouteRef },
});

/** A page that shows one of the {@link entities}. */
export const CatalogEntityPage = catalogPlugin.provide(
  createRoutableExtension({
    name: 'CatalogEntityPage',
    component: async () => EntityPage,
    mountPoint: entityRouteRef,
  }),
);
