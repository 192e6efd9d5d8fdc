import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse as parseYaml } from 'yaml';
import { guidanceFor } from '../__testUtils__/guidance';
import { decision, fullSpec, trees } from '../__testUtils__/starters';
import { createGenerateAction } from './generate';
import { examples as generateExamples } from './generate.examples';
import { createRecommendAction } from './recommend';
import { examples as recommendExamples } from './recommend.examples';

let workspacePath: string;
const guidance = guidanceFor();
const generate = createGenerateAction({ guidance, trees });
const recommend = createRecommendAction({ guidance });

beforeEach(async () => {
  workspacePath = await mkdtemp(join(tmpdir(), 'generate-'));
});
afterEach(() => rm(workspacePath, { recursive: true, force: true }));

type Input = Parameters<typeof generate.handler>[0]['input'];

function context(input: Input) {
  // The scaffolder hands over deeply frozen records.
  const frozen = JSON.parse(JSON.stringify(input), (_, value) =>
    value && typeof value === 'object' ? Object.freeze(value) : value,
  );
  return {
    ...createMockActionContext({ input: frozen, workspacePath }),
    user: { ref: 'user:default/mock' },
  };
}

describe('ml-orchestrator:generate', () => {
  it('writes the starter and says what it did', async () => {
    const ctx = context(fullSpec());
    await generate.handler(ctx);
    expect(ctx.output).toHaveBeenCalledWith(
      'orchestrator',
      'sagemaker-pipelines',
    );
    expect(ctx.output).toHaveBeenCalledWith(
      'recommendation',
      expect.objectContaining({
        winner: 'sagemaker-pipelines',
        closeCall: false,
      }),
    );
    const files = jest
      .mocked(ctx.output)
      .mock.calls.find(([key]) => key === 'files')![1] as string[];
    expect(files).toContain('catalog-info.yaml');
    for (const file of files) {
      expect((await stat(join(workspacePath, file))).isFile()).toBe(true);
    }
  });

  it('writes into a folder of the workspace, and nowhere else', async () => {
    await generate.handler(context({ ...fullSpec(), targetPath: 'a/b' }));
    expect(await readdir(workspacePath)).toEqual(['a']);
    await expect(
      generate.handler(context({ ...fullSpec(), targetPath: '../elsewhere' })),
    ).rejects.toThrow(/not allowed/);
  });

  it.each([
    ['name', { name: '../escape' }],
    ['decision.answers.x', { decision: { ...decision, answers: { x: 'y' } } }],
    [
      'decision.orchestrator',
      { decision: { ...decision, orchestrator: 'cron' } },
    ],
    [
      'decision.overrideReason',
      { decision: { ...decision, orchestrator: 'airflow-mwaa' } },
    ],
  ])('names %s and writes nothing when it is wrong', async (field, wrong) => {
    await expect(
      generate.handler(context({ ...fullSpec(), ...wrong })),
    ).rejects.toThrow(`${field}: `);
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('records a choice against the recommendation', async () => {
    await generate.handler(
      context({
        ...fullSpec(),
        decision: {
          ...decision,
          orchestrator: 'step-functions',
          overrideReason: 'We know it.',
        },
      }),
    );
    const record = await readFile(
      join(workspacePath, 'docs/decisions/0001-orchestrator.md'),
      'utf8',
    );
    expect(record).toContain(
      'although the guide recommends Amazon SageMaker Pipelines',
    );
    expect(record).toContain('Reason: We know it.');
  });

  describe('says who decided, and when', () => {
    async function written(fields: Partial<Input>) {
      await generate.handler(context({ ...fullSpec(), ...fields }));
      const read = (path: string) =>
        readFile(join(workspacePath, path), 'utf8');
      const { annotations } = parseYaml(
        await read('catalog-info.yaml'),
      ).metadata;
      return {
        on: annotations['ml-orchestrator/decided-on'],
        by: annotations['ml-orchestrator/decided-by'],
        record: await read('docs/decisions/0001-orchestrator.md'),
      };
    }

    it('who runs the template, today', async () => {
      const { on, by, record } = await written({ decidedOn: '' });
      expect(on).toBe(new Date().toISOString().slice(0, 10));
      expect(by).toBe('user:default/mock');
      expect(record).toContain(`- Date: ${on}`);
    });

    it('as told, when a repository is generated again', async () => {
      const made = { decidedOn: '2026-05-04', decidedBy: 'group:default/ml' };
      expect(await written(made)).toMatchObject({
        on: '2026-05-04',
        by: 'group:default/ml',
      });
    });

    it('on a day that there is', async () => {
      await expect(written({ decidedOn: '2026-02-30' })).rejects.toThrow(
        'decidedOn: must be a day like 2026-05-04',
      );
    });
  });

  it('leaves what is there alone, and writes nothing beside it', async () => {
    await writeFile(join(workspacePath, 'catalog-info.yaml'), 'mine');
    await expect(generate.handler(context(fullSpec()))).rejects.toThrow(
      'catalog-info.yaml is there already',
    );
    expect(await readdir(workspacePath)).toEqual(['catalog-info.yaml']);
  });

  it('takes back what it wrote when a write fails', async () => {
    // A file where a folder is needed.
    await mkdir(join(workspacePath, 'out'));
    await writeFile(join(workspacePath, 'out', 'steps'), 'a file');
    await expect(
      generate.handler(context({ ...fullSpec(), targetPath: 'out' })),
    ).rejects.toThrow();
    expect(await readdir(join(workspacePath, 'out'))).toEqual(['steps']);
  });

  it('can be run again, as after a recovered task', async () => {
    await generate.handler(context(fullSpec()));
    await generate.handler(context(fullSpec()));
    expect(await readdir(workspacePath)).toContain('Makefile');
  });

  it.each(generateExamples)(
    'does the example: $description',
    async ({ example }) => {
      const ctx = context(parseYaml(example).steps[0].input);
      await generate.handler(ctx);
      expect(await readdir(workspacePath)).toContain('README.md');
    },
  );
});

describe('ml-orchestrator:recommend', () => {
  it.each(recommendExamples)(
    'does the example: $description',
    async ({ example }) => {
      const ctx = createMockActionContext({
        input: parseYaml(example).steps[0].input,
        workspacePath,
      });
      await recommend.handler(ctx);
      expect(ctx.output).toHaveBeenCalledWith('winner', 'sagemaker-pipelines');
      expect(ctx.output).toHaveBeenCalledWith(
        'title',
        'Amazon SageMaker Pipelines',
      );
      expect(ctx.output).toHaveBeenCalledWith('closeCall', false);
      expect(ctx.output).toHaveBeenCalledWith('margin', expect.any(Number));
      expect(ctx.output).toHaveBeenCalledWith(
        'summary',
        expect.stringContaining('fits'),
      );
    },
  );

  it('names the answer that does not exist', async () => {
    const ctx = createMockActionContext({
      input: { answers: { shape: 'round' } },
      workspacePath,
    });
    await expect(recommend.handler(ctx)).rejects.toThrow(
      'answers.shape: unknown option "round"',
    );
  });
});
