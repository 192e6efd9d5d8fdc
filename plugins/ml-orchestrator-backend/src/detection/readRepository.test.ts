import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import { readRepository } from './readRepository';

/** As much of GitHub as searching a repository with Backstage's own reader needs. */
const files: Record<string, string> = {
  'README.md': '# ML',
  'fraud/dags/a.py': 'print("a")',
  'fraud/tests/b.py': 'print("b")',
  'fraud/ui/c.py': 'print("c")',
  'fraud/big.json': 'x'.repeat(600_000),
  'other/d.py': 'print("d")',
};
const paths = Object.keys(files);
let server: Server;
let reader: UrlReaderService;
let folder: string;
let limited: boolean;
let blobs: string[];

beforeAll(async () => {
  const app = express();
  const repo = '/api/v3/repos/acme/ml';
  const base = () =>
    `http://localhost:${(server.address() as AddressInfo).port}`;
  app.get(`${repo}/commits/main/status`, (_, res) => {
    if (limited) {
      res.set('x-ratelimit-remaining', '0').status(403).json({});
      return;
    }
    const trees = `${base()}${repo}/git/trees{/sha}`;
    res.json({ sha: 'c1', repository: { trees_url: trees } });
  });
  app.get(`${repo}/git/trees/c1`, (_, res) => {
    const tree = paths.map((path, index) => ({
      type: 'blob',
      path,
      url: `${base()}/blobs/${index}`,
    }));
    res.json({ truncated: false, tree });
  });
  app.get('/blobs/:index', (req, res) => {
    const path = paths[Number(req.params.index)];
    blobs.push(path);
    res.json({ content: Buffer.from(files[path]).toString('base64') });
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
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  limited = false;
  blobs = [];
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
  it('gets the files of the folder that may tell something, and no others', async () => {
    expect(await read()).toEqual({
      etag: 'c1',
      files: [{ path: 'dags/a.py', text: 'print("a")' }],
    });
    // What is too large shows only once it is there.
    expect(blobs).toEqual(['fraud/dags/a.py', 'fraud/big.json']);
  });

  it('gets nothing of a commit that is known', async () => {
    await expect(read('c1')).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
    expect(blobs).toEqual([]);
  });

  it('says when the host was asked too often, in words that are looked for', async () => {
    limited = true;
    await expect(read()).rejects.toThrow(/rate limit/);
  });
});
