import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import {
  decisions,
  fullSpec,
  minimalSpec,
  NASTY_TEXT,
  OFFERS_EVERYTHING,
  trees,
} from '../__testUtils__/starters';
import { checkStarterChoice } from './checkDecision';
import type { Offers } from './options';
import { planStarter } from './planStarter';
import { parseStarterSpec, type StarterSpec } from './spec';
import type { StarterTrees, TreeFile } from './trees';

let guidance: Guidance;
let starterTrees: StarterTrees;

beforeAll(async () => {
  guidance = await loadDefaultGuidance();
  starterTrees = await trees();
});

function plan(spec: StarterSpec, from: StarterTrees = starterTrees) {
  const files = planStarter(parseStarterSpec(spec), {
    guidance,
    decision: checkStarterChoice(guidance, spec.decision),
    trees: from,
  });
  return new Map(files.map(file => [file.path, file]));
}

const text = (files: ReturnType<typeof plan>, path: string) =>
  files.get(path)!.content.toString('utf8');

/** Parses every file that has a format; throws on the first that does not parse. */
function parseAll(files: ReturnType<typeof plan>) {
  for (const [path, { content }] of files) {
    const source = content.toString('utf8');
    try {
      if (/\.ya?ml$/.test(path)) {
        // CloudFormation has tags of its own, which are no error.
        parseYaml(source, { logLevel: 'error' });
      } else if (/\.json$/.test(path)) {
        JSON.parse(source);
      } else if (/\.toml$/.test(path)) {
        parseToml(source);
      }
    } catch (error) {
      throw new Error(`${path}: ${error}`);
    }
  }
}

/** Free text as the spec allows it: any Unicode but control characters and half surrogate pairs. */
const freeText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '\\',
          '\n',
          '\r',
          '\t',
          '{{ x }}',
          '${{ x }}',
          '<% x %>',
          '<%= x %>',
          '%>',
          ': ',
          '# ',
          '- ',
          '---',
          '|',
          '`',
          '$(x)',
          '*/',
          '"""',
          '\u2028',
          '🚀',
        ),
        { maxLength: 30 },
      )
      .map(parts => parts.join('')),
  )
  .map(value => value.replace(/[^\P{Cc}\t\n\r]/gu, '').slice(0, 500))
  .filter(value => !/\p{Surrogate}/u.test(value) && value.trim() !== '');

describe.each(Object.keys(decisions))('the %s starter', id => {
  const spec = (overrides: Partial<StarterSpec> = {}) =>
    fullSpec({ decision: decisions[id], ...overrides });

  it('is recommended for its answers, and has what every starter has', () => {
    const files = plan(spec());
    for (const path of [
      '.github/CODEOWNERS',
      '.gitignore',
      '.github/workflows/ci.yml',
      '.pre-commit-config.yaml',
      'Makefile',
      'checks/checks.mk',
      'checks/requirements.txt',
      'README.md',
      'catalog-info.yaml',
      'docs/decisions/0001-orchestrator.md',
      'docs/index.md',
      'docs/moving.md',
      'docs/permissions.md',
      'docs/runbook.md',
      'mkdocs.yml',
      'renovate.json',
      'versions.yaml',
      'steps/train.py',
    ]) {
      expect([...files.keys()]).toContain(path);
    }
    expect([...files.keys()].filter(p => p.endsWith('.eta'))).toEqual([]);
  });

  it('is sorted, and the same for the same spec', () => {
    const [first, second] = [plan(spec()), plan(spec())];
    expect([...first.keys()]).toEqual([...first.keys()].sort());
    expect([...first]).toEqual([...second]);
  });

  it.each([
    ['every option', fullSpec({ decision: decisions[id] })],
    ['only what is required', minimalSpec({ decision: decisions[id] })],
  ])('is planned again from its own stamp, with %s', (_, from) => {
    const files = plan({
      ...from,
      decision: { ...from.decision, summary: ['shown, not used'] },
    });
    const stamp = JSON.parse(text(files, '.ml-orchestrator/starter.json'));
    expect(stamp).toMatchObject({
      starter: id,
      starterVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect([...plan(stamp.spec)]).toEqual([...files]);
  });

  it('keeps what was typed intact where it is shown', () => {
    const files = plan(spec());
    parseAll(files);
    const entity = parseYaml(text(files, 'catalog-info.yaml'));
    expect(entity.metadata).toMatchObject({
      name: 'churn-training',
      description: NASTY_TEXT,
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'github.com/project-slug': 'example/churn-training',
        'ml-orchestrator/orchestrator': id,
      },
    });
    expect(entity.spec).toMatchObject({
      type: 'ml-pipeline',
      owner: 'group:default/growth-analytics',
      system: 'system:default/customer-insights',
    });
  });

  it('is linked to what runs in the last environment', () => {
    const locators = (from: StarterSpec) =>
      Object.entries(
        parseYaml(text(plan(from), 'catalog-info.yaml')).metadata.annotations,
      )
        .filter(([key]) => /(pipeline|machine|dag)$/.test(key))
        .map(([, value]) => value);
    expect(locators(spec())).toEqual(['churn-training-prod']);
    expect(locators(minimalSpec({ decision: decisions[id] }))).toEqual([
      'churn-training',
    ]);
  });

  it('parses without anything optional, and says something for a description', () => {
    const files = plan(minimalSpec({ decision: decisions[id] }));
    parseAll(files);
    const entity = parseYaml(text(files, 'catalog-info.yaml'));
    expect(entity.metadata.description).toMatch(
      /^Machine learning pipeline on /,
    );
    expect(entity.spec).not.toHaveProperty('system');
  });

  it('carries any name and owner to where they belong', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9]{2,9}(-[a-z0-9]{1,9}){0,3}$/),
        fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,30}[A-Za-z0-9])?$/),
        fc.constantFrom('github' as const, 'gitlab' as const),
        (name, owner, ci) => {
          const files = plan(
            spec({ name, owner: `group:default/${owner}`, ci }),
          );
          parseAll(files);
          const entity = parseYaml(text(files, 'catalog-info.yaml'));
          expect(entity.metadata.name).toBe(name);
          expect(entity.spec.owner).toBe(`group:default/${owner}`);
          const config = [...files.keys()].find(path =>
            path.endsWith('config/pipeline.json'),
          )!;
          expect(JSON.parse(text(files, config)).name).toBe(name);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(freeText, freeText, (description, overrideReason) => {
        const other = Object.keys(decisions).find(o => o !== id)!;
        const files = plan(
          spec({
            description,
            decision: {
              answers: decisions[other].answers,
              orchestrator: id,
              overrideReason,
            },
          }),
        );
        parseAll(files);
        const { metadata } = parseYaml(text(files, 'catalog-info.yaml'));
        expect(metadata.description).toBe(description);
        expect(
          metadata.annotations['ml-orchestrator/override-reason'] ?? '',
        ).toBe(overrideReason.trim());
      }),
      { numRuns: 60 },
    );
  });
});

it('tells in the overview what starts a run', () => {
  const overview = (options: StarterSpec['options']) =>
    text(
      plan(
        minimalSpec({
          decision: decisions['step-functions'],
          options: { region: 'us-east-1', ...options },
        }),
      ),
      'docs/index.md',
    );
  expect(overview({})).toContain('| Runs | when someone starts it |');
  expect(overview({ trigger: 'schedule', schedule: '0 6 1 * *' })).toContain(
    '(cron, UTC)',
  );
  expect(overview({ trigger: 'data-arrival' })).toContain(
    '| Runs | when a CSV file arrives |',
  );
});

describe('planStarter', () => {
  const tree = (path: string, content: string, template = false) => ({
    path,
    content: Buffer.from(content),
    template,
    when: {},
    reason: 'for a test',
  });
  /** Trees in which the starter has these files, and offers everything. */
  const treesOf = (
    shared: TreeFile[],
    files: TreeFile[] = [],
    offers: Partial<Offers> = {},
  ): StarterTrees => ({
    shared,
    layers: new Map([['cloud', [tree('a', 'layer'), tree('c', 'layer')]]]),
    starters: new Map([
      [
        'sagemaker-pipelines',
        { files, offers: { ...OFFERS_EVERYTHING, ...offers } },
      ],
    ]),
  });

  it('lets a starter replace a shared file, and copies bytes', () => {
    const bytes = Buffer.from([0, 255, 10, 13]);
    const files = plan(
      fullSpec(),
      treesOf(
        [tree('a', 'shared'), tree('b', '<%= yaml(name) %>\n', true)],
        [tree('a', 'own'), { ...tree('run.sh', ''), content: bytes }],
      ),
    );
    expect(text(files, 'a')).toBe('own');
    expect(text(files, 'b')).toBe('"churn-training"\n');
    expect(files.get('run.sh')).toMatchObject({
      content: bytes,
      executable: true,
    });
    expect(files.get('a')).toMatchObject({ executable: false });
  });

  it('lays the layers that a starter names between the shared files and its own', () => {
    const shared = [tree('a', 'shared'), tree('b', 'shared')];
    const contents = (layers: string[]) =>
      [
        ...plan(fullSpec(), treesOf(shared, [tree('b', 'own')], { layers })),
      ].map(([path, { content }]) => `${path}: ${content}`);
    expect(contents([])).toEqual(['a: shared', 'b: own']);
    expect(contents(['cloud'])).toEqual(['a: layer', 'b: own', 'c: layer']);
  });

  it('hands templates the options, with the defaults of what was left out', () => {
    const template =
      '<%= id(framework) %> <%= id(trigger) %> <%= serving === undefined %>';
    const files = plan(
      minimalSpec(),
      treesOf([tree('a', template, true)], [], {
        offers: { region: true, framework: ['xgboost'], trigger: true },
      }),
    );
    expect(text(files, 'a')).toBe('xgboost by-hand true');
  });

  it('refuses what the starter does not offer, with the reason, and asks for what it needs', () => {
    const from = treesOf([], [], {
      offers: { region: true, trigger: ['by-hand'] },
      refuses: { trigger: { 'data-arrival': 'it hears of no events' } },
    });
    const planned = (options: StarterSpec['options']) => () =>
      plan(minimalSpec({ options }), from);
    expect(
      planned({
        region: 'us-east-1',
        trigger: 'data-arrival',
        serving: 'batch',
      }),
    ).toThrow(
      'options.trigger: the starter sagemaker-pipelines does not offer data-arrival: it hears of no events; ' +
        'options.serving: the starter sagemaker-pipelines does not offer it',
    );
    expect(planned({})).toThrow('options.region: is needed');
  });

  it('leaves out what belongs to another choice, and prefers what belongs to this one', () => {
    const from = treesOf([
      { ...tree('a', 'for GitLab'), when: { ci: ['gitlab'] } },
      tree('a', 'for all'),
      { ...tree('b', 'for GitHub'), when: { ci: ['github'] } },
    ]);
    const paths = (ci: 'github' | 'gitlab') =>
      [...plan(fullSpec({ ci }), from).values()].map(
        file => `${file.path}: ${file.content}`,
      );
    expect(paths('github')).toEqual(['a: for all', 'b: for GitHub']);
    expect(paths('gitlab')).toEqual(['a: for GitLab']);
  });

  it('lays out what belongs to either of two choices, and says for which it is there', () => {
    const when = { ci: ['github', 'gitlab'], source: ['athena', 'glue'] };
    const from = treesOf([{ ...tree('a', ''), when }]);
    const planned = (source: 'athena' | 's3' | 'glue') =>
      plan(minimalSpec({ options: { region: 'us-east-1', source } }), from).get(
        'a',
      )?.when;
    expect(planned('glue')).toEqual({ ci: 'github', source: 'glue' });
    expect(planned('athena')).toEqual({ ci: 'github', source: 'athena' });
    expect(planned('s3')).toBeUndefined();
  });

  it('refuses a tree for an option that does not exist', () => {
    expect(() =>
      plan(
        fullSpec(),
        treesOf([{ ...tree('a', ''), when: { colour: ['blue'] } }]),
      ),
    ).toThrow('a is for an unknown option: colour');
  });

  it('names the file that cannot be rendered', () => {
    expect(() =>
      plan(fullSpec(), treesOf([tree('bad.md', '<%= description %>', true)])),
    ).toThrow('bad.md');
  });

  it('uses no raw output tag in any tree', () => {
    const all = [
      starterTrees.shared,
      ...starterTrees.layers.values(),
      ...[...starterTrees.starters.values()].map(({ files }) => files),
    ].flat();
    const raw = all.filter(
      file => file.template && /<%[-_]?\s*~/.test(file.content.toString()),
    );
    expect(raw).toEqual([]);
  });

  it('writes the decision record with the answers in words', () => {
    const record = text(
      plan(fullSpec()),
      'docs/decisions/0001-orchestrator.md',
    );
    expect(record).toContain(
      '# Use Amazon SageMaker Pipelines for churn-training',
    );
    expect(record).toContain(
      '| What shape does the workflow have? | Straight ahead, with a metric gate |',
    );
    expect(record).toContain('as the guide recommends');
    expect(record).not.toMatch(/Date:/);
  });
});
