import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { json } from 'express';

/** A merge request as it was opened. */
export interface FakeMergeRequest {
  title: string;
  description: string;
  source_branch: string;
  target_branch: string;
}

/**
 * As much of GitLab's API as reading a file and opening merge requests needs, with the one
 * project `acme/teams/ml`, which has no decision records. It keeps what is proposed, for a
 * test to look at.
 */
export class FakeGitlab {
  readonly #server: Server;
  readonly #branches = new Set<string>();
  /** Files on `main`. */
  files: Record<string, string> = {};
  /** Files that commits added or changed, and how. */
  committed: Record<string, { action: string; text: string }> = {};
  mergeRequests: FakeMergeRequest[] = [];

  static async start(): Promise<FakeGitlab> {
    const gitlab = new FakeGitlab();
    await new Promise(done => gitlab.#server.once('listening', done));
    return gitlab;
  }

  private constructor() {
    const app = express().use(json());
    const project = '/api/v4/projects/acme%2Fteams%2Fml';
    this.#serveFiles(app, project);
    this.#serveProposals(app, project);
    this.#server = app.listen(0);
  }

  get host() {
    return `localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Configuration of the integration. */
  get integration() {
    return {
      host: this.host,
      baseUrl: `http://${this.host}`,
      apiBaseUrl: `http://${this.host}/api/v4`,
      token: 'token',
    };
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #serveFiles(app: express.Express, project: string) {
    app.get(`${project}/repository/files/:path/raw`, (req, res) => {
      const text = this.files[req.params.path];
      res.status(text === undefined ? 404 : 200).send(text);
    });
    app.get(`${project}/repository/tree`, (_, res) => {
      const blobs = Object.keys(this.files).map(path => ({
        id: 'another',
        type: 'blob',
        path,
      }));
      res.json(blobs);
    });
    app.get(`${project}/repository/files/:path`, (_, res) => {
      res.json({ content_sha256: 'another' });
    });
  }

  #serveProposals(app: express.Express, project: string) {
    app.get(`${project}/repository/branches/:branch`, (req, res) => {
      const there = this.#branches.has(req.params.branch);
      res.status(there ? 200 : 404).json({ web_url: 'the branch' });
    });
    app.post(`${project}/repository/branches`, (req, res) => {
      this.#branches.add(req.body.branch);
      res.status(201).json({});
    });
    app.post(`${project}/repository/commits`, (req, res) => {
      for (const { action, file_path: path, content } of req.body.actions) {
        const text = Buffer.from(content, 'base64').toString();
        this.committed[path] = { action, text };
      }
      res.status(201).json({ id: 'c1' });
    });
    app.get('/api/v4/projects/:project/merge_requests', (_, res) => {
      res.json([{ web_url: `http://${this.host}/acme/teams/ml/1` }]);
    });
    app.post(`${project}/merge_requests`, (req, res) => {
      this.mergeRequests.push(req.body);
      res.status(201).json({
        iid: 1,
        web_url: `http://${this.host}/acme/teams/ml/-/merge_requests/1`,
      });
    });
  }
}
