import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import type { LoadedGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { OrchestratorProcessor } from './OrchestratorProcessor';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'churn', namespace: 'growth', annotations },
});

async function process(input: Entity, get?: () => Promise<LoadedGuidance>) {
  const guidance = await loadDefaultGuidance();
  const emit = jest.fn();
  const processor = new OrchestratorProcessor({
    guidance: {
      get: get ?? (async () => ({ guidance, warnings: [], layers: [] })),
    },
    logger: mockServices.logger.mock(),
    pipelineTypes: ['ml-pipeline'],
  });
  const location = { type: 'test', target: 'test' };
  const output = await processor.postProcessEntity(input, location, emit);
  return { output, emitted: emit.mock.calls.map(([result]) => result) };
}

const source = { kind: 'Component', namespace: 'growth', name: 'churn' };
const target = {
  kind: 'Resource',
  namespace: 'default',
  name: 'step-functions',
};
const bothWays = [
  { type: 'relation', relation: { source, target, type: 'orchestratedBy' } },
  {
    type: 'relation',
    relation: { source: target, target: source, type: 'orchestrates' },
  },
];

describe('OrchestratorProcessor', () => {
  it('relates both ways', async () => {
    const input = entity({ 'ml-orchestrator/orchestrator': 'step-functions' });
    const { output, emitted } = await process(input);
    expect(emitted).toEqual(bothWays);
    expect(output).toEqual(
      entity({
        'ml-orchestrator/orchestrator': 'step-functions',
        'ml-orchestrator/verdict': 'unknown',
      }),
    );
  });

  describe('notes the verdict, for the catalog to filter by', () => {
    const verdict = async (
      annotations: Record<string, string>,
      type = 'ml-pipeline',
      kind = 'Component',
    ) => {
      const { output } = await process({
        ...entity(annotations),
        kind,
        spec: { type },
      });
      return output.metadata.annotations?.['ml-orchestrator/verdict'];
    };
    const answers =
      'policy=no-idle-cost,shape=branches,start=event,steps=aws-services,team=no-preference';

    it.each([
      ['step-functions', 'fits'],
      ['sagemaker-pipelines', 'no-longer-fits'],
    ])('of %s: %s', async (orchestrator, expected) => {
      expect(
        await verdict({
          'ml-orchestrator/orchestrator': orchestrator,
          'ml-orchestrator/answers': answers,
        }),
      ).toBe(expected);
    });

    it('of pipelines that are not linked, and of nothing else', async () => {
      expect(await verdict({})).toBe('unlinked');
      expect(await verdict({}, 'service')).toBeUndefined();
      // As the portfolio has it.
      expect(await verdict({}, 'ml-pipeline', 'Resource')).toBe('unlinked');
      expect(await verdict({}, 'ML-Pipeline')).toBe('unlinked');
      expect(await verdict({}, 'ml-pipeline', 'Template')).toBeUndefined();
    });

    it('whatever somebody wrote into the file', async () => {
      const written = { 'ml-orchestrator/verdict': 'fits' };
      expect(await verdict(written)).toBe('unlinked');
      expect(await verdict(written, 'service')).toBeUndefined();
    });
  });

  it('leaves an entity alone that has nothing to do with it', async () => {
    const input = entity({});
    expect((await process(input)).output).toBe(input);
  });

  it('keeps the status that an entity has', async () => {
    const { output, emitted } = await process({
      ...entity({ 'ml-orchestrator/orchestrator': 'nobody' }),
      status: { items: [{ type: 'other' }] },
    } as Entity);
    expect(emitted).toEqual([]);
    expect(output).toMatchObject({
      status: { items: [{ type: 'other' }, { level: 'error' }] },
    });
  });

  it('links without checking when there is no guidance', async () => {
    const input = entity({ 'ml-orchestrator/orchestrator': 'step-functions' });
    const { output, emitted } = await process(input, async () => {
      throw new Error('broken');
    });
    expect(emitted).toEqual(bothWays);
    expect(output).toBe(input);
  });

  it('links without checking while other guidance stands in', async () => {
    const input = entity({ 'ml-orchestrator/orchestrator': 'kubeflow' });
    const guidance = await loadDefaultGuidance();
    const { output, emitted } = await process(input, async () => ({
      guidance,
      warnings: [],
      layers: [],
      standsIn: true,
    }));
    expect(emitted).toHaveLength(2);
    expect(output).toBe(input);
  });
});
