import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { trees } from '../__testUtils__/starters';
import { addStarter, readStarter, readStarterTrees } from './trees';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tree-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function tree(files: Record<string, string>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function starter(files: Record<string, string>) {
  await tree({ 'options.yaml': 'offers: { region: true }', ...files });
  return readStarter(root);
}

describe('readStarter', () => {
  it('takes choices out of paths, and the most particular reason', async () => {
    const { files } = await starter({
      'files.yaml':
        'reasons:\n  docs/: documentation\n  docs/a.md: the first page\n  .gitignore: clean\n',
      'docs/a.md': '',
      '@ci=gitlab/docs/b.md.eta': '',
      gitignore: '',
    });
    expect(
      files
        .map(({ path, when, reason, template }) => ({
          path,
          when,
          reason,
          template,
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    ).toEqual([
      { path: '.gitignore', when: {}, reason: 'clean', template: false },
      {
        path: 'docs/a.md',
        when: {},
        reason: 'the first page',
        template: false,
      },
      {
        path: 'docs/b.md',
        when: { ci: ['gitlab'] },
        reason: 'documentation',
        template: true,
      },
    ]);
  });

  it('wants a reason for each file, and a file for each reason', async () => {
    await expect(
      starter({ 'files.yaml': 'reasons: {}', 'a.md': '' }),
    ).rejects.toThrow('gives no reason for a.md');
    await expect(
      starter({ 'files.yaml': 'reasons: { a.md: page, b.md: gone }' }),
    ).rejects.toThrow('explains what is not there: b.md');
  });

  it('reads a folder that is for either of two choices', async () => {
    const { files } = await starter({
      'files.yaml': 'reasons: { source/: the query }',
      '@source=athena+emr-serverless/source/a.py': '',
    });
    expect(files).toEqual([
      expect.objectContaining({
        path: 'source/a.py',
        when: { source: ['athena', 'emr-serverless'] },
      }),
    ]);
  });

  it('says which reason or offer is wrong, and in which file', async () => {
    await expect(
      starter({ 'files.yaml': 'reasons: { a: 1 }' }),
    ).rejects.toThrow(/files\.yaml is wrong: reasons\.a: /);
    await expect(
      starter({
        'files.yaml': 'reasons: {}',
        'options.yaml': 'offers: { colour: true, trigger: [full-moon] }',
      }),
    ).rejects.toThrow(
      /options\.yaml is wrong: offers\.colour: is no option.*offers\.trigger: has no value full-moon/,
    );
  });
});

describe('readStarterTrees', () => {
  it('tells layers from starters, and wants the layers that a starter names', async () => {
    await tree({
      'shared/files.yaml': 'reasons: {}',
      'cloud/files.yaml': 'reasons: { main.tf: what it runs on }',
      'cloud/main.tf': '',
      'mine/files.yaml': 'reasons: {}',
      'mine/options.yaml': 'layers: [cloud]\noffers: {}',
    });
    const read = await readStarterTrees(root);
    expect([...read.layers.keys()]).toEqual(['cloud']);
    expect([...read.starters.keys()]).toEqual(['mine']);
    const lost = {
      files: [],
      offers: { layers: ['sea'], offers: {}, refuses: {} },
    };
    expect(() => addStarter(read, 'lost', lost)).toThrow(
      'The starter "lost" is laid over sea, which does not exist',
    );
    expect(() => addStarter(read, 'mine', lost)).toThrow(
      'two starters with the id "mine"',
    );
  });
});

it('the trees of this package say why each of their files is there', async () => {
  const { shared, layers, starters } = await trees();
  const own = [...starters.values()].map(({ files }) => files);
  for (const file of [shared, ...layers.values(), ...own].flat()) {
    expect(file.reason).toEqual(expect.stringMatching(/^\S.{5,}/));
  }
});
