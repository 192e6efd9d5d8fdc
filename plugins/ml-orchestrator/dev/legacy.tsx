import { createApiFactory } from '@backstage/core-plugin-api';
import { createDevApp } from '@backstage/dev-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FixtureApi } from '../src/__fixtures__';
import {
  MlOrchestratorPage,
  mlOrchestratorApiRef,
  mlOrchestratorPlugin,
} from '../src/legacy';
import { mlOrchestratorTranslations } from '../src/translations';
import { CatalogEntityPage, CatalogPage, catalogPlugin } from './catalog';
import { entities } from './entities';
import { TemplatePage } from './template';

// The old frontend system, with a small guide and the real engine, in the browser: no backend is needed.
createDevApp()
  .registerPlugin(mlOrchestratorPlugin, catalogPlugin)
  .registerApi(
    createApiFactory({
      api: mlOrchestratorApiRef,
      deps: {},
      factory: () => new FixtureApi(),
    }),
  )
  .registerApi(
    createApiFactory({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities }),
    }),
  )
  .registerApi(
    createApiFactory({
      api: permissionApiRef,
      deps: {},
      factory: () => ({
        authorize: async () => ({ result: AuthorizeResult.ALLOW }),
      }),
    }),
  )
  .addTranslationResource(mlOrchestratorTranslations)
  .setAvailableLanguages(['en', 'de'])
  .setDefaultLanguage('en')
  .addPage({
    path: '/ml-orchestrator',
    title: 'ML orchestrators',
    element: <MlOrchestratorPage />,
  })
  .addPage({
    path: '/create',
    title: 'Template form',
    element: <TemplatePage />,
  })
  .addPage({
    path: '/catalog',
    title: 'Catalog',
    element: <CatalogPage />,
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntityPage />,
  })
  .render();
