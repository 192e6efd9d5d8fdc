import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModuleMlOrchestrator from './index';

/** What the module feeds the index with, from the default guidance. */
async function documents(collators: object = {}): Promise<IndexableDocument[]> {
  const added: DocumentCollatorFactory[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: ({ factory }) => added.push(factory),
          addDecorator: () => undefined,
        },
      ],
    ],
    features: [
      searchModuleMlOrchestrator,
      mockServices.rootConfig.factory({ data: { search: { collators } } }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => mockServices.scheduler.mock(),
      }),
    ],
  });
  expect(added.map(factory => factory.type)).toEqual(['ml-orchestrator']);
  const found: IndexableDocument[] = [];
  for await (const document of await added[0].getCollator()) {
    found.push(document);
  }
  return found;
}

describe('the search module', () => {
  it('finds orchestrators, criteria, terms, scenarios, muddy points and hybrids', async () => {
    const found = await documents();
    const places = new Set(
      found.map(document => (document as { place?: string }).place),
    );
    expect([...places]).toEqual([
      'orchestrator',
      'criterion',
      'term',
      'scenario',
      'muddy-point',
      'hybrid',
    ]);
    expect(found).toContainEqual(
      expect.objectContaining({
        title: 'AWS Step Functions',
        location: '/ml-orchestrator/compare/step-functions',
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        title: 'Lineage',
        location: '/ml-orchestrator/learn#term-lineage',
        text: expect.stringContaining('which data, code and job'),
      }),
    );
    expect(found.every(({ text }) => text.length > 0)).toBe(true);
  });

  it('leads to where the guide was moved', async () => {
    const [first] = await documents({
      mlOrchestrator: { basePath: '/guide/' },
    });
    expect(first.location).toMatch(/^\/guide\/compare\//);
  });
});
