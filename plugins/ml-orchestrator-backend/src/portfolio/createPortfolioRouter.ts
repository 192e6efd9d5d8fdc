import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { guidanceOwnerReadPermission } from 'backstage-plugin-ml-orchestrator-common';
import type {
  GuidanceWarning,
  PortfolioPage,
  PortfolioSummary,
  WhatIfResult,
} from 'backstage-plugin-ml-orchestrator-common';
import {
  checkProposedLayers,
  describeProblem,
  readJson,
} from 'backstage-plugin-ml-orchestrator-node';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvHeader, csvLine } from './csv';
import {
  readExportQuery,
  readPageQuery,
  readSummaryQuery,
  readWhatIfBody,
} from './input';
import type { PortfolioSelection } from './input';
import type { PortfolioQueries } from './PortfolioQueries';
import type { PortfolioStore } from './PortfolioStore';
import { summarise } from './summary';
import { toPortfolioRow } from './tables';
import type { Visibility, Visible } from './Visibility';
import { whatIf } from './whatIf';

/** Largest body of `POST /what-if`, in KiB: layers as large as the default guidance fit in. */
const WHAT_IF_LIMIT_KIB = 1024;
/** Rows that are read at a time for a CSV file. */
const CSV_ROWS = 1000;

interface Options {
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  queries: PortfolioQueries;
  store: PortfolioStore;
  visibility: Visibility;
}

/** Layers that cannot be served; the problems go with the message, for pages that show them in place. */
class LayersError extends InputError {
  readonly problems: GuidanceWarning[];

  constructor(problems: GuidanceWarning[]) {
    super(problems.map(describeProblem).join('; '));
    this.problems = problems;
  }
}

/** The portfolio over HTTP: everybody sees what the catalog would show them. */
export function createPortfolioRouter(options: Options): Router {
  const { guidance, httpAuth, permissions, queries, store, visibility } =
    options;
  const router = PromiseRouter();
  const credentialsOf = (req: Request): Promise<BackstageCredentials> =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });
  const visibleTo = async (req: Request) =>
    visibility.visibleTo(await credentialsOf(req));

  router.get('/portfolio', async (req, res) => {
    const { offset, limit, ...selection } = readPageQuery(req.url);
    const visible = await visibleTo(req);
    const [rows, totalItems] = await Promise.all([
      queries.rows(selection, visible, { offset, limit }),
      queries.count(selection.filters, visible),
    ]);
    const page: PortfolioPage = { items: rows.map(toPortfolioRow), totalItems };
    revalidate(res);
    res.json(page);
  });

  router.get('/portfolio/summary', async (req, res) => {
    const filters = readSummaryQuery(req.url);
    const visible = await visibleTo(req);
    const [groups, history, state] = await Promise.all([
      queries.groups(filters, visible),
      queries.history(filters, visible),
      store.state(),
    ]);
    const summary: PortfolioSummary = {
      ...summarise(groups, history),
      ...(state ? { refreshedAt: state.finished_at } : {}),
    };
    revalidate(res);
    res.json(summary);
  });

  router.get('/portfolio.csv', async (req, res) => {
    const selection = readExportQuery(req.url);
    const visible = await visibleTo(req);
    revalidate(res);
    res.attachment('ml-pipelines.csv');
    res.type('text/csv; charset=utf-8');
    await pipeline(Readable.from(csvOf(queries, selection, visible)), res);
  });

  router.use('/what-if', async (req, _res, next) => {
    // Asked before the body is read: it may be large, and its guidance take long to check.
    const permission = guidanceOwnerReadPermission;
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials: await credentialsOf(req),
    });
    next(
      result === AuthorizeResult.ALLOW
        ? undefined
        : new NotAllowedError(`needs the permission ${permission.name}`),
    );
  });
  router.use('/what-if', readJson(WHAT_IF_LIMIT_KIB));
  router.post('/what-if', async (req, res) => {
    const { layers, filters, ...page } = readWhatIfBody(req.body);
    const visible = await visibleTo(req);
    const { guidance: today } = await guidance.get();
    const { guidance: changed, problems } = checkProposedLayers(today, layers);
    if (!changed) {
      throw new LayersError(problems.filter(p => p.severity === 'error'));
    }
    const sort = { by: 'title' as const, descending: false };
    const rows = await queries.rows({ filters, sort }, visible);
    const result: WhatIfResult = {
      ...whatIf(today, changed, rows, page),
      warnings: problems,
    };
    res.json(result);
  });

  return router;
}

async function* csvOf(
  queries: PortfolioQueries,
  selection: PortfolioSelection,
  visible: Visible,
) {
  yield csvHeader();
  for (let offset = 0; ; offset += CSV_ROWS) {
    const rows = await queries.rows(selection, visible, {
      offset,
      limit: CSV_ROWS,
    });
    yield rows.map(csvLine).join('');
    if (rows.length < CSV_ROWS) {
      return;
    }
  }
}

/** Browsers may keep the answer, but ask whether it still holds; Express adds the ETag. */
function revalidate(res: Response) {
  res.set('Cache-Control', 'private, no-cache');
}
