import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { json } from 'express';

/** A pull request as it was opened or brought up to date. */
export interface FakePullRequest {
  title: string;
  body: string;
  base: string;
  head: string;
}

/**
 * As much of GitHub's API as reading files and opening pull requests needs, with the one
 * repository `acme/ml`. It keeps what is proposed, for a test to look at.
 */
export class FakeGithub {
  readonly #server: Server;
  readonly #blobs = new Map<string, Buffer>();
  readonly #branches = new Set<string>();
  /** Files on `main`. */
  files: Record<string, string> = {};
  /** Files of the last commit that was made. */
  committed: Record<string, string> = {};
  pullRequests: FakePullRequest[] = [];

  static async start(): Promise<FakeGithub> {
    const github = new FakeGithub();
    await new Promise(done => github.#server.once('listening', done));
    return github;
  }

  private constructor() {
    const app = express().use(json());
    this.#serveFiles(app);
    this.#serveGit(app);
    this.#servePulls(app);
    this.#server = app.listen(0);
  }

  get host() {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Configuration of the integration. */
  get integration() {
    return {
      host: this.host,
      apiBaseUrl: `http://${this.host}/api/v3`,
      token: 'token',
    };
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #keep(content: Buffer): string {
    const sha = createHash('sha1').update(content).digest('hex');
    this.#blobs.set(sha, content);
    return sha;
  }

  #serveFiles(app: express.Express) {
    const repo = '/api/v3/repos/acme/ml';
    const address = (path: string) => `http://${this.host}${repo}${path}`;
    app.get(`${repo}/contents/*`, (req, res) => {
      const content = this.files[(req.params as Record<string, string>)[0]];
      res.status(content === undefined ? 404 : 200).send(content);
    });
    app.get(`${repo}/commits/main/status`, (_, res) => {
      res.json({
        sha: 'c0',
        repository: { trees_url: address('/git/trees{/sha}') },
      });
    });
    app.get(`${repo}/git/trees/c0`, (_, res) => {
      const tree = Object.entries(this.files).map(([path, content]) => ({
        type: 'blob',
        path,
        url: address(`/git/blobs/${this.#keep(Buffer.from(content))}`),
      }));
      res.json({ truncated: false, tree });
    });
    app.get(`${repo}/git/blobs/:sha`, (req, res) => {
      const content = this.#blobs.get(req.params.sha)!.toString('base64');
      res.json({ content });
    });
  }

  #serveGit(app: express.Express) {
    const repo = '/api/v3/repos/acme/ml';
    app.get(repo, (_, res) => {
      res.json({ permissions: { push: true }, default_branch: 'main' });
    });
    app.get(`${repo}/commits`, (req, res) => {
      const tree = { sha: this.#treeOf(this.files) };
      res.json(
        req.query.sha === 'main' ? [{ sha: 'c0', commit: { tree } }] : [],
      );
    });
    app.post(`${repo}/git/blobs`, (req, res) => {
      const { content, encoding } = req.body;
      res.json({ sha: this.#keep(Buffer.from(content, encoding)) });
    });
    app.post(`${repo}/git/trees`, (req, res) => {
      this.committed = { ...this.files };
      for (const { path, sha } of req.body.tree) {
        this.committed[path] = this.#blobs.get(sha)!.toString();
      }
      res.json({ sha: this.#treeOf(this.committed) });
    });
    app.post(`${repo}/git/commits`, (_, res) => {
      res.json({ sha: 'c1' });
    });
    app.post(`${repo}/git/refs`, (req, res) => {
      this.#branches.add(req.body.ref.replace('refs/heads/', ''));
      res.json({});
    });
    app.patch(`${repo}/git/refs/*`, (_, res) => {
      res.json({});
    });
  }

  #servePulls(app: express.Express) {
    const repo = '/api/v3/repos/acme/ml';
    const answer = () => ({
      number: 1,
      html_url: `https://${this.host}/acme/ml/pull/1`,
      base: { ref: 'main' },
    });
    app.post('/api/graphql', (req, res) => {
      const open = this.#branches.has(req.body.variables.head);
      const edges = [{ node: { id: '1', number: 1, url: 'x' } }];
      const ref = open ? { associatedPullRequests: { edges } } : null;
      res.json({ data: { repository: { ref } } });
    });
    app.post(`${repo}/pulls`, (req, res) => {
      this.pullRequests.push(req.body);
      res.json(answer());
    });
    app.patch(`${repo}/pulls/1`, (req, res) => {
      this.pullRequests.push(req.body);
      res.json(answer());
    });
  }

  #treeOf(files: Record<string, string>): string {
    const entries = JSON.stringify(Object.entries(files).sort());
    return createHash('sha1').update(entries).digest('hex');
  }
}
