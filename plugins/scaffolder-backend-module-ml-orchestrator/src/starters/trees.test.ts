import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { trees } from '../__testUtils__/starters';
import { readTree } from './trees';

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
  return readTree(root);
}

describe('readTree', () => {
  it('takes choices out of paths, and the most particular reason', async () => {
    const files = await tree({
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
        when: { ci: 'gitlab' },
        reason: 'documentation',
        template: true,
      },
    ]);
  });

  it('wants a reason for each file, and a file for each reason', async () => {
    await expect(
      tree({ 'files.yaml': 'reasons: {}', 'a.md': '' }),
    ).rejects.toThrow('gives no reason for a.md');
    await expect(
      tree({ 'files.yaml': 'reasons: { a.md: page, b.md: gone }' }),
    ).rejects.toThrow('explains what is not there: b.md');
  });

  it('says which reason is wrong', async () => {
    await expect(tree({ 'files.yaml': 'reasons: { a: 1 }' })).rejects.toThrow(
      'reasons.a',
    );
  });
});

it('the trees of this package say why each of their files is there', async () => {
  const { shared, starters } = await trees();
  for (const file of [shared, ...starters.values()].flat()) {
    expect(file.reason).toEqual(expect.stringMatching(/^\S.{5,}/));
  }
});
