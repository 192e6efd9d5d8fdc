import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { readRepository } from './readRepository';

/** As much of GitHub as reading a repository with Backstage's own reader needs. */
const files: Record<string, string> = {
  'README.md': '# ML',
  'fraud/dags/a.py': 'print("a")',
  'fraud/tests/b.py': 'print("b")',
  'fraud/ui/c.py': 'print("c")',
  'fraud/big.json': 'x'.repeat(600_000),
  'other/d.py': 'print("d")',
};
let server: Server;
let work: string;
let reader: UrlReaderService;
let folder: string;
let limited: boolean;
let asked: string[];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'archive '));
  for (const [path, text] of Object.entries(files)) {
    const file = join(work, 'acme-ml-c1', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const archive = execFileSync('tar', ['cz', '-C', work, 'acme-ml-c1']);
  const app = express();
  const repo = '/api/v3/repos/acme/ml';
  const base = () =>
    `http://localhost:${(server.address() as AddressInfo).port}`;
  app.use((req, _, next) => {
    asked.push(req.path);
    next();
  });
  app.get(`${repo}/commits/main/status`, (_, res) => {
    if (limited) {
      res.set('x-ratelimit-remaining', '0').status(403).json({});
      return;
    }
    const archives = `${base()}${repo}/{archive_format}{/ref}`;
    res.json({ sha: 'c1', repository: { archive_url: archives } });
  });
  app.get(`${repo}/tarball/c1`, (_, res) => {
    res.send(archive);
  });
  server = app.listen(0);
  await new Promise(done => server.once('listening', done));
  const { host } = new URL(base());
  folder = `https://${host}/acme/ml/tree/main/fraud/`;
  reader = UrlReaders.default({
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [{ host, apiBaseUrl: `${base()}/api/v3`, token: 'token' }],
        },
      },
    }),
  });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(work, { recursive: true });
});
beforeEach(() => {
  limited = false;
  asked = [];
});

const read = (etag?: string) =>
  readRepository(
    { type: 'github', folder, place: folder, host: 'h' },
    {
      reader,
      etag,
      owns: path => !path.startsWith('ui/'),
      signal: new AbortController().signal,
    },
  );

describe('readRepository, with the reader for GitHub', () => {
  it('gets the files of the folder that may tell something, and no others, in two requests', async () => {
    expect(await read()).toEqual({
      etag: 'c1',
      files: [{ path: 'dags/a.py', text: 'print("a")' }],
    });
    expect(asked).toHaveLength(2);
  });

  it('gets nothing of a commit that is known', async () => {
    await expect(read('c1')).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
    expect(asked).toHaveLength(1);
  });

  it('says when the host was asked too often, in words that are looked for', async () => {
    limited = true;
    await expect(read()).rejects.toThrow(/rate limit/);
  });
});

it.each([512 * 1024, undefined])(
  'holds no more than 64 MB of a repository with files of size %p',
  async size => {
    const paths = [...Array(1000).keys()].map(i => `pipelines/p${i}.py`);
    let held = 0;
    const { files: looked } = await readRepository(
      { type: 'gitlab', folder: 'https://h/', place: 'https://h/', host: 'h' },
      {
        reader: mockServices.urlReader.mock({
          readTree: async (_, options) => {
            const taken = paths.filter(path =>
              options!.filter!(path, { size: size! }),
            );
            held = taken.length;
            return {
              etag: 'c1',
              files: async () =>
                taken.map(path => ({
                  path,
                  content: async () => Buffer.from('x'),
                })),
              archive: async () => Readable.from([]),
              dir: async () => '',
            };
          },
        }),
        owns: () => true,
        signal: new AbortController().signal,
      },
    );
    expect(held).toBe(128);
    expect(looked).toHaveLength(100);
  },
);
