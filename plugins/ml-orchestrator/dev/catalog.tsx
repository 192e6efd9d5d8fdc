import {
  createPlugin,
  createRoutableExtension,
  createRouteRef,
} from '@backstage/core-plugin-api';
import { Content, Header, Page } from '@backstage/core-components';
import {
  CatalogFilterLayout,
  EntityKindPicker,
  EntityListProvider,
  EntityProvider,
  EntityRefLink,
  entityRouteRef,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useParams } from 'react-router-dom';
import {
  EntityLinkInvitationCard,
  EntityLinkProposalCard,
  EntityOrchestratorCard,
  EntityOrchestratorContent,
  EntityOrchestratorPicker,
  EntityVerdictPicker,
  isLinkInvited,
  isLinkProposable,
  isOrchestratorAvailable,
} from '../src/legacy';
import { entities } from './entities';

const invited = isLinkInvited();
const proposable = isLinkProposable();

const EntityPage = () => {
  const { name } = useParams();
  const entity = entities.find(e => e.metadata.name === name);
  return (
    <Page themeId="service">
      <Header title={name ?? ''} />
      <Content>
        {entity && (
          <EntityProvider entity={entity}>
            {isOrchestratorAvailable(entity) && (
              <>
                <EntityOrchestratorCard />
                <EntityOrchestratorContent />
              </>
            )}
            {invited(entity) && <EntityLinkInvitationCard />}
            {proposable(entity) && <EntityLinkProposalCard />}
          </EntityProvider>
        )}
      </Content>
    </Page>
  );
};

const EntityNames = () => {
  const { entities: found } = useEntityList();
  return (
    <ul>
      {found.map(entity => (
        <li key={entity.metadata.name}>
          <EntityRefLink entityRef={entity} />
        </li>
      ))}
    </ul>
  );
};

const EntitiesPage = () => (
  <Page themeId="home">
    <Header title="Catalog" />
    <Content>
      <EntityListProvider>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            <EntityKindPicker initialFilter="component" hidden />
            <EntityOrchestratorPicker />
            <EntityVerdictPicker />
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <EntityNames />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </EntityListProvider>
    </Content>
  </Page>
);

const catalogRouteRef = createRouteRef({ id: 'catalog' });

/** As much of a catalog as the guide's links lead to. */
export const catalogPlugin = createPlugin({
  id: 'catalog',
  routes: { catalogEntity: entityRouteRef, catalogIndex: catalogRouteRef },
});

/** A page that shows one of the {@link entities}. */
export const CatalogEntityPage = catalogPlugin.provide(
  createRoutableExtension({
    name: 'CatalogEntityPage',
    component: async () => EntityPage,
    mountPoint: entityRouteRef,
  }),
);

/** A page that lists them, with the guide's filters. */
export const CatalogPage = catalogPlugin.provide(
  createRoutableExtension({
    name: 'CatalogPage',
    component: async () => EntitiesPage,
    mountPoint: catalogRouteRef,
  }),
);
