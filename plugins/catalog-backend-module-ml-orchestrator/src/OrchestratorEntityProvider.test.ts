import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { OrchestratorEntityProvider } from './OrchestratorEntityProvider';

async function connect(get: () => Promise<never> | Promise<object>) {
  const logger = mockServices.logger.mock();
  const applyMutation = jest.fn();
  const provider = new OrchestratorEntityProvider({
    guidance: { get: get as never },
    logger,
    taskRunner: { run: async task => task.fn(new AbortController().signal) },
  });
  await provider.connect({
    applyMutation,
  } as unknown as EntityProviderConnection);
  return { logger, applyMutation };
}

describe('OrchestratorEntityProvider', () => {
  it('replaces its entities by those of the guidance', async () => {
    const guidance = await loadDefaultGuidance();
    const { applyMutation } = await connect(async () => ({ guidance }));
    expect(applyMutation).toHaveBeenCalledTimes(1);
    const { type, entities } = applyMutation.mock.calls[0][0];
    expect(type).toBe('full');
    expect(
      entities.map(
        (e: { entity: { metadata: { name: string } } }) =>
          e.entity.metadata.name,
      ),
    ).toEqual(guidance.orchestrators.map(o => o.id));
    expect(entities[0].entity.spec.owner).toBe('group:default/platform');
  });

  it('leaves the catalog as it is while other guidance stands in', async () => {
    const guidance = await loadDefaultGuidance();
    const { logger, applyMutation } = await connect(async () => ({
      guidance,
      standsIn: true,
    }));
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledWith(
      'Orchestrators stay as they are: the configured guidance is refused',
    );
  });

  it('leaves the catalog as it is when there is no guidance', async () => {
    const { logger, applyMutation } = await connect(async () => {
      throw new Error('broken');
    });
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalled();
  });
});
