import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { resolveLayerPath } from './guidance/readLayer';
import type { LoadedGuidance } from './guidance/GuidanceService';
import { guidanceServiceRef } from './guidanceServiceRef';

const folder = createMockDirectory({
  content: {
    'ours.yaml': 'title: Ours',
    'backstage.json': '{}',
    'packages/backend': { 'package.json': '{}' },
  },
});

/** Starts a backend with a plugin that uses the service, and hands out what it gets. */
async function load(data: object): Promise<LoadedGuidance> {
  let loaded: Promise<LoadedGuidance> | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'reader',
    register(env) {
      env.registerInit({
        deps: { guidance: guidanceServiceRef, logger: coreServices.logger },
        async init({ guidance }) {
          loaded = guidance.get();
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [plugin, mockServices.rootConfig.factory({ data: { ...data } })],
  });
  expect(server).toBeDefined();
  return loaded!;
}

describe('guidanceServiceRef', () => {
  it('gives a plugin the default guidance', async () => {
    const { layers } = await load({});
    expect(layers.map(l => l.location)).toEqual(['default']);
  });

  it('reads the layers in the configuration', async () => {
    const { guidance } = await load({
      mlOrchestrator: { guidance: { layers: [folder.resolve('ours.yaml')] } },
    });
    expect(guidance.title).toBe('Ours');
  });

  it.each([
    [{ layers: { not: 'a list' } }, 'layers'],
    [{ layers: [folder.resolve('ours.yaml')], schedule: 'often' }, 'schedule'],
  ])(
    'starts and says so when the configuration is wrong',
    async (guidance, key) => {
      const { warnings } = await load({ mlOrchestrator: { guidance } });
      expect(warnings[0]).toMatchObject({
        severity: 'error',
        code: 'config',
        message: expect.stringContaining(key),
      });
    },
  );
});

describe('resolveLayerPath', () => {
  it('starts at the working directory, then at the root of the portal', () => {
    const backend = folder.resolve('packages/backend');
    const at = (path: string) => resolveLayerPath(path, backend);
    expect(at('package.json')).toBe(
      folder.resolve('packages/backend/package.json'),
    );
    expect(at('ours.yaml')).toBe(folder.resolve('ours.yaml'));
    expect(at(folder.resolve('x.yaml'))).toBe(folder.resolve('x.yaml'));
  });
});
