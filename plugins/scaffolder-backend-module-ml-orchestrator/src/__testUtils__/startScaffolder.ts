import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import {
  guidanceServiceRef,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';
import { scaffolderModuleMlOrchestrator } from '../module';
import { guidanceFor } from './guidance';

/** Starts a scaffolder with this package's module, on a database in memory. */
export function startScaffolder(options: {
  features: BackendFeature[];
  guidance?: GuidanceService;
  entities?: Entity[];
  config?: JsonObject;
}) {
  const { features, guidance = guidanceFor(), entities = [], config } = options;
  return startTestBackend({
    features: [
      scaffolderBackend,
      scaffolderModuleMlOrchestrator,
      ...features,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: guidanceServiceRef,
        deps: {},
        factory: () => guidance,
      }),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          ...config,
        },
      }),
    ],
  });
}
