import { mockServices } from '@backstage/backend-test-utils';
import { GuidanceLoader } from './GuidanceLoader';
import { loadDefaultGuidance } from './defaultGuidance';
import { createLayerReader } from './readLayer';

const HOLD = `orchestrators:
  - id: airflow-mwaa
    ring: hold
    ringReason: We have no Airflow team.
`;

function setup(
  texts: Record<string, string | Error>,
  options: { extendsDefault?: boolean; interval?: number } = {},
) {
  const logger = mockServices.logger.mock();
  const loader = new GuidanceLoader({
    config: {
      extendsDefault: options.extendsDefault ?? true,
      layers: Object.keys(texts),
      problems: [],
    },
    logger,
    interval: options.interval,
    readLayer: async location => {
      const text = texts[location];
      if (text instanceof Error) {
        throw text;
      }
      return text;
    },
  });
  return { loader, logger, texts };
}

describe('loadDefaultGuidance', () => {
  it('passes schema and lint', async () => {
    const guidance = await loadDefaultGuidance();
    expect(guidance.orchestrators.map(o => o.id)).toEqual([
      'sagemaker-pipelines',
      'step-functions',
      'airflow-mwaa',
    ]);
    expect(guidance.questions.length).toBeGreaterThan(2);
  });
});

describe('GuidanceLoader', () => {
  it('serves the default without layers', async () => {
    const { loader } = setup({});
    const { guidance, layers, warnings } = await loader.get();
    expect(guidance).toEqual(await loadDefaultGuidance());
    expect(layers).toEqual([{ location: 'default', status: 'loaded' }]);
    expect(warnings.filter(w => w.severity === 'error')).toEqual([]);
  });

  it('lays layers over the default', async () => {
    const { loader } = setup({ 'ours.yaml': HOLD });
    const { guidance, layers, warnings } = await loader.get();
    expect(guidance.orchestrators[2]).toMatchObject({
      id: 'airflow-mwaa',
      ring: 'hold',
    });
    expect(guidance.orchestrators).toHaveLength(3);
    expect(layers).toEqual([
      { location: 'default', status: 'loaded' },
      { location: 'ours.yaml', status: 'loaded', loadedAt: expect.any(String) },
    ]);
    // The default's scenarios that Airflow won are news, and no reason to refuse.
    expect(warnings).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        code: 'scenario-mismatch',
        file: 'guidance/scenarios.yaml',
      }),
    );
  });

  it('drops an orchestrator in one line', async () => {
    const { loader } = setup({
      'ours.yaml': 'orchestrators: [{ id: airflow-mwaa, remove: true }]',
    });
    const { guidance } = await loader.get();
    expect(guidance.orchestrators.map(o => o.id)).not.toContain('airflow-mwaa');
    expect(JSON.stringify(guidance.criteria)).not.toContain('"airflow-mwaa"');
  });

  it.each([
    [
      'a dangling id',
      'questions:\n  - id: policy\n    options:\n      - id: none\n        evidence:\n          kubeflw: { effect: for, because: It fits. }\n',
      'dangling-id',
      'unknown orchestrator "kubeflw"',
      6,
      11,
    ],
    [
      'a wrong type',
      'title: Ours\norchestrators:\n  - id: airflow-mwaa\n    bestAt: everything\n',
      'schema',
      'orchestrators.2.bestAt',
      4,
      5,
    ],
    [
      'an unknown field',
      'orchestrators:\n  - id: airflow-mwaa\n    colour: red\n',
      'schema',
      'orchestrators.2.colour: unknown field',
      3,
      5,
    ],
    [
      'a missing field',
      'title: Ours\norchestrators:\n  - id: kubeflow\n    title: Kubeflow\n',
      'schema',
      'orchestrators.3.summary',
      3,
      5,
    ],
    ['a syntax error', 'title: Ours\nidea: "open\n', 'syntax', 'quote', 3, 1],
    [
      'something else than a map',
      '- a\n- b\n',
      'schema',
      'must hold a map',
      1,
      1,
    ],
  ])(
    'serves the default and says where %s is',
    async (_, text, code, message, line, column) => {
      const { loader, logger } = setup({ 'ours.yaml': text });
      const { guidance, layers, warnings } = await loader.get();
      expect(guidance).toEqual(await loadDefaultGuidance());
      expect(warnings).toContainEqual({
        severity: 'error',
        code,
        message: expect.stringContaining(message),
        hint: expect.stringMatching(/\S/),
        file: 'ours.yaml',
        line,
        column,
      });
      expect(layers[1]).toMatchObject({
        location: 'ours.yaml',
        status: 'failed',
      });
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining(`ours.yaml:${line}:${column}: `),
      );
    },
  );

  it('serves the default when a layer cannot be read', async () => {
    const { loader } = setup({ 'ours.yaml': new Error('no such file') });
    const { warnings, layers } = await loader.get();
    expect(warnings[0]).toMatchObject({
      severity: 'error',
      code: 'unreadable',
      file: 'ours.yaml',
      message: expect.stringContaining('no such file'),
    });
    expect(layers[1]).toEqual({ location: 'ours.yaml', status: 'failed' });
  });

  it('says whether the default only stands in for what is configured', async () => {
    const { loader, texts } = setup({ 'ours.yaml': new Error('no such file') });
    expect((await loader.get()).standsIn).toBe(true);
    // Unchanged, and still nobody's choice.
    expect((await loader.refresh()).standsIn).toBe(true);
    texts['ours.yaml'] = HOLD;
    expect(await loader.refresh()).not.toHaveProperty('standsIn');
    // Refused, but what is served was configured.
    texts['ours.yaml'] = 'title: [';
    expect(await loader.refresh()).not.toHaveProperty('standsIn');
    expect(await setup({}).loader.get()).not.toHaveProperty('standsIn');
  });

  it('keeps the last good guidance on a bad refresh, and recovers', async () => {
    const { loader, logger, texts } = setup({ 'ours.yaml': HOLD });
    const good = (await loader.get()).guidance;

    texts['ours.yaml'] = 'title: [';
    await loader.refresh();
    const stale = await loader.get();
    expect(stale.guidance).toBe(good);
    expect(stale.warnings[0]).toMatchObject({
      severity: 'error',
      code: 'syntax',
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('the last good guidance stays'),
    );

    // The same mistake is not logged at every refresh.
    logger.error.mockClear();
    await loader.refresh();
    expect(logger.error).not.toHaveBeenCalled();

    texts['ours.yaml'] = 'title: Ours';
    await loader.refresh();
    const fresh = await loader.get();
    expect(fresh.guidance.title).toBe('Ours');
    expect(fresh.warnings.filter(w => w.severity === 'error')).toEqual([]);
  });

  it('tells how the last refresh went, and when the next is due', async () => {
    const { loader, texts } = setup(
      { 'ours.yaml': HOLD },
      { interval: 60_000 },
    );
    const { refresh } = await loader.get();
    expect(refresh?.outcome).toBe('changed');
    expect(Date.parse(refresh!.nextAt!) - Date.parse(refresh!.at)).toBe(60_000);

    expect((await loader.refresh()).refresh?.outcome).toBe('unchanged');
    texts['ours.yaml'] = 'title: [';
    expect((await loader.refresh()).refresh?.outcome).toBe('refused');
    // Unchanged, and still refused.
    expect((await loader.refresh()).refresh?.outcome).toBe('refused');
  });

  it('says where a layer removes what is not there, and serves the rest', async () => {
    const { loader } = setup({
      'ours.yaml':
        'title: Ours\norchestrators:\n  - id: airflow-mwa\n    remove: true\n',
    });
    const { guidance, warnings } = await loader.get();
    expect(guidance.title).toBe('Ours');
    expect(warnings).toEqual([
      {
        severity: 'warning',
        code: 'nothing-to-remove',
        message: '"airflow-mwa" cannot be removed, since nothing has this id',
        hint: 'Did you mean "airflow-mwaa"?',
        file: 'ours.yaml',
        line: 3,
        column: 5,
      },
    ]);
  });

  it('keeps the same guidance object while nothing changes', async () => {
    const { loader } = setup({ 'ours.yaml': HOLD });
    const { guidance } = await loader.get();
    expect((await loader.refresh()).guidance).toBe(guidance);
  });

  it('tells listeners of a change, and of nothing else', async () => {
    const { loader, texts } = setup({ 'ours.yaml': HOLD });
    const listener = jest.fn();
    loader.onChange(listener);
    await loader.get();
    await loader.refresh();
    texts['ours.yaml'] = 'title: [';
    await loader.refresh();
    expect(listener).not.toHaveBeenCalled();
    texts['ours.yaml'] = 'title: Ours';
    await loader.refresh();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('starts from nothing when told so', async () => {
    const text = `title: Ours
idea: Only Dagster.
orchestrators:
  - { id: dagster, title: Dagster, ring: recommended, summary: S, bestAt: [x] }
`;
    const { loader } = setup({ 'ours.yaml': text }, { extendsDefault: false });
    const { guidance, layers } = await loader.get();
    expect(guidance.orchestrators.map(o => o.id)).toEqual(['dagster']);
    expect(layers.map(l => l.location)).toEqual(['ours.yaml']);
  });
});

describe('createLayerReader', () => {
  const url = 'https://example.com/ours.yaml';

  it('reads addresses through the URL reader, and again only when they changed', async () => {
    const notModified = Object.assign(new Error(), {
      name: 'NotModifiedError',
    });
    const urlReader = mockServices.urlReader.mock();
    urlReader.readUrl
      .mockResolvedValueOnce({
        buffer: async () => Buffer.from(HOLD),
        etag: 'one',
      })
      .mockRejectedValueOnce(notModified);
    const read = createLayerReader(urlReader);
    expect(await read(url)).toBe(HOLD);
    expect(await read(url)).toBe(HOLD);
    expect(urlReader.readUrl).toHaveBeenLastCalledWith(
      url,
      expect.objectContaining({ etag: 'one' }),
    );
  });

  it('passes on why an address cannot be read', async () => {
    const urlReader = mockServices.urlReader.mock();
    urlReader.readUrl.mockRejectedValue(new Error('not allowed'));
    await expect(createLayerReader(urlReader)(url)).rejects.toThrow(
      'not allowed',
    );
  });
});
