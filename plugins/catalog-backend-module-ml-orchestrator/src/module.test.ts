import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import mlOrchestratorModule from './index';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'test:test',
      'backstage.io/managed-by-origin-location': 'test:test',
      ...annotations,
    },
  },
  spec: {
    type: 'ml-pipeline',
    lifecycle: 'production',
    owner: 'group:default/a',
  },
});

/** Stands in for the repositories in which entities are written. */
const components = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-components',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'test-components',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: [
                component('linked', {
                  'ml-orchestrator/orchestrator': 'step-functions',
                  'ml-orchestrator/answers': 'policy=none',
                }),
                component('unknown', {
                  'ml-orchestrator/orchestrator': 'kubeflw',
                }),
                component('bad-answers', {
                  'ml-orchestrator/orchestrator': 'step-functions',
                  'ml-orchestrator/answers': 'policy=never,nonsense=x,policy',
                }),
                component('plain', {}),
              ].map(entity => ({ entity, locationKey: 'test' })),
            }),
        });
      },
    });
  },
});

type Stored = Entity & {
  status?: { items: { type: string; level: string; message: string }[] };
};

describe('the catalog module, in a catalog', () => {
  let read: (ref: string, relation?: string) => Promise<Stored>;

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        mlOrchestratorModule,
        components,
        mockServices.rootConfig.factory({
          data: {
            catalog: { processingInterval: { seconds: 1 } },
            mlOrchestrator: { catalog: { owner: 'group:default/ml-platform' } },
          },
        }),
      ],
    });
    // Processing and stitching happen in the background: an entity is there once
    // it has its relations.
    read = async (ref, relation = 'ownedBy') => {
      for (let attempt = 0; ; attempt++) {
        const response = await fetch(
          `http://localhost:${server.port()}/api/catalog/entities/by-name/${ref}`,
        );
        const body: Stored = await response.json();
        if (body.relations?.some(({ type }) => type === relation)) {
          return body;
        }
        if (attempt === 200) {
          throw new Error(`${ref} has no ${relation}: ${JSON.stringify(body)}`);
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    };
  }, 60_000);

  const relations = (entity: Stored) =>
    entity.relations
      ?.filter(({ type }) => type.startsWith('orchestrate'))
      .map(({ type, targetRef }) => `${type} ${targetRef}`);

  it('has an entity for an orchestrator', async () => {
    const entity = await read('resource/default/airflow-mwaa');
    expect(entity).toMatchObject({
      metadata: {
        title: expect.stringContaining('Airflow'),
        description: expect.any(String),
        tags: ['allowed'],
        links: expect.arrayContaining([
          { title: expect.any(String), url: expect.any(String) },
        ]),
      },
      spec: { type: 'ml-orchestrator', owner: 'group:default/ml-platform' },
    });
  }, 30_000);

  it('links an entity and its orchestrator both ways', async () => {
    const entity = await read('component/default/linked', 'orchestratedBy');
    expect(relations(entity)).toEqual([
      'orchestratedBy resource:default/step-functions',
    ]);
    expect(entity.status).toBeUndefined();
    const orchestrator = await read(
      'resource/default/step-functions',
      'orchestrates',
    );
    expect(relations(orchestrator)).toContain(
      'orchestrates component:default/linked',
    );
  }, 30_000);

  it('keeps an entity with an unknown orchestrator, and says which are known', async () => {
    const entity = await read('component/default/unknown');
    expect(relations(entity)).toEqual([]);
    expect(entity.status?.items).toEqual([
      expect.objectContaining({
        type: 'backstage.io/catalog-processing',
        level: 'error',
        message: expect.stringMatching(
          /unknown orchestrator "kubeflw"; known are: sagemaker-pipelines, step-functions, airflow-mwaa/,
        ),
      }),
    ]);
  }, 30_000);

  it('reports every answer that does not exist', async () => {
    const entity = await read(
      'component/default/bad-answers',
      'orchestratedBy',
    );
    expect(relations(entity)).toHaveLength(1);
    expect(entity.status?.items.map(item => item.message)).toEqual([
      expect.stringContaining('"policy" is not of the form question=option'),
      expect.stringContaining('unknown option "never"'),
      expect.stringContaining('unknown question "nonsense"'),
    ]);
  }, 30_000);

  it('leaves other entities alone', async () => {
    const entity = await read('component/default/plain');
    expect(relations(entity)).toEqual([]);
    expect(entity.status).toBeUndefined();
  }, 30_000);
});
