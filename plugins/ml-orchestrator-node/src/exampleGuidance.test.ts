import { mockServices } from '@backstage/backend-test-utils';
import Ajv from 'ajv';
import {
  guidanceLayerJsonSchema,
  guidanceStatus,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readDefaultDocuments } from './guidance/defaultGuidance';
import { GuidanceLoader } from './guidance/GuidanceLoader';
import type { LoadedGuidance } from './guidance/GuidanceService';
import { createLayerReader } from './guidance/readLayer';

const FOLDER = resolve(__dirname, '../../../examples/guidance');
const LAYERS = ['orchestrators.yaml', 'comparison.yaml', 'questions.yaml'].map(
  name => resolve(FOLDER, name),
);
const readLayer = createLayerReader(mockServices.urlReader.mock());

describe('the example of an organisation', () => {
  let loaded: LoadedGuidance;

  beforeAll(async () => {
    loaded = await new GuidanceLoader({
      config: { extendsDefault: true, layers: LAYERS, problems: [] },
      logger: mockServices.logger.mock(),
      readLayer,
    }).get();
  });

  it('is loaded without a finding', () => {
    expect(loaded.warnings).toEqual([]);
    expect(loaded.layers.map(layer => layer.status)).toEqual(
      Array(4).fill('loaded'),
    );
  });

  it('offers Kubeflow Pipelines with a value for each criterion', () => {
    const { guidance } = loaded;
    expect(guidance.orchestrators.map(o => o.id)).toContain(
      'kubeflow-pipelines',
    );
    expect(
      guidance.criteria
        .filter(({ values }) => !values['kubeflow-pipelines'])
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it('has scenarios that all hold', () => {
    const { scenarios, unrecommendable, pointlessQuestions } = guidanceStatus(
      loaded.guidance,
    );
    expect(scenarios.filter(({ holds }) => !holds)).toEqual([]);
    expect([...unrecommendable, ...pointlessQuestions]).toEqual([]);
  });

  it('never recommends Amazon MWAA, whatever is answered', () => {
    const { guidance } = loaded;
    const everyAnswer = guidance.questions.reduce<Record<string, string>[]>(
      (all, { id, options }) =>
        all.flatMap(answers =>
          options.map(option => ({ ...answers, [id]: option.id })),
        ),
      [{}],
    );
    const winners = new Set(
      everyAnswer.map(answers => recommend(guidance, answers).winner),
    );
    expect([...winners].sort()).toEqual([
      'kubeflow-pipelines',
      'sagemaker-pipelines',
      'step-functions',
      undefined,
    ]);
    expect(
      guidance.orchestrators.find(o => o.id === 'airflow-mwaa'),
    ).toMatchObject({
      ring: 'hold',
      ringReason: expect.stringContaining('nobody runs'),
    });
  });

  it('rules one orchestrator out where the data has to stay in the house', () => {
    const { ranking } = recommend(loaded.guidance, {
      residency: 'own-data-centre',
    });
    expect(
      ranking.filter(r => r.status === 'ruled-out').map(r => r.orchestrator),
    ).toEqual(['sagemaker-pipelines']);
  });

  it('changes a price, and keeps the others', () => {
    const usd = (id: string) =>
      loaded.guidance.prices.find(price => price.id === id)?.usd;
    expect(usd('sfn-standard-transitions')).toBe(0.0225);
    expect(usd('sfn-standard-transitions-sao-paulo')).toBe(0.0375);
    expect(usd('kubeflow-namespace')).toBe(60);
  });
});

describe('the JSON Schema of a layer', () => {
  // Formats are annotations to editors; the schema of the model checks them.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(guidanceLayerJsonSchema());

  it('accepts the files of the default guidance', async () => {
    for (const { file, data } of await readDefaultDocuments()) {
      validate(data);
      expect([file, validate.errors]).toEqual([file, null]);
    }
  });

  it.each(LAYERS)('accepts %s', async layer => {
    validate(parse(await readLayer(layer)));
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['orchestrators: [{ id: airflow-mwaa, ring: maybe }]', '/orchestrators/0'],
    ['orchestrators: [{ id: airflow-mwaa, colour: red }]', '/orchestrators/0'],
    ['questions: [{ text: Which? }]', '/questions/0'],
    ['question: []', ''],
  ])('rejects %s', (text, where) => {
    expect(validate(parse(text))).toBe(false);
    expect(validate.errors).toContainEqual(
      expect.objectContaining({
        instancePath: expect.stringContaining(where),
      }),
    );
  });
});
