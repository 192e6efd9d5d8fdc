import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTextFiles } from './textFiles';

jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual('node:fs/promises');
  return { ...actual, writeFile: jest.fn(actual.writeFile) };
});

const { writeFile: write } = jest.requireActual('node:fs/promises');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'text files '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeTextFiles', () => {
  it.each(['a.md', 'b.md', 'new.md'])(
    'takes everything back when the disk is full in the middle of %s',
    async full => {
      await write(join(folder, 'a.md'), 'before a');
      await write(join(folder, 'b.md'), 'before b');
      let failed = false;
      jest.mocked(writeFile).mockImplementation(async (path, text) => {
        if (failed || path !== join(folder, full)) {
          return write(path, text);
        }
        failed = true;
        await write(path, String(text).slice(0, 3));
        throw new Error('ENOSPC');
      });
      const files = ['a.md', 'b.md', 'new.md'].map(path => ({
        path,
        text: `after ${path}`,
      }));
      await expect(writeTextFiles(folder, files)).rejects.toThrow('ENOSPC');
      expect(await readdir(folder)).toEqual(['a.md', 'b.md']);
      expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('before a');
      expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('before b');
    },
  );
});
