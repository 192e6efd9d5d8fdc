import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  decisionTree,
  estimateCost,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import {
  readJson,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';
import type { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PipelineGraphReader } from '../pipeline';
import {
  readDecisionTreeQuery,
  readEstimateBody,
  readRecommendBody,
} from './input';
import { pipelineGraphHandler } from './pipelineGraphHandler';
import { statusHandler } from './statusHandler';

interface RouterOptions {
  catalog: CatalogService;
  graphs: PipelineGraphReader;
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/** The HTTP API. Handlers only parse, ask the engine, and answer. */
export function createRouter({
  catalog,
  graphs,
  guidance,
  httpAuth,
  permissions,
}: RouterOptions): Router {
  const router = PromiseRouter();

  router.get('/health', async (_req, res) => {
    // Open to anyone, so it tells neither locations nor messages.
    const { warnings } = await guidance.get();
    const refused = warnings.some(({ severity }) => severity === 'error');
    res.json({ status: 'ok', guidance: refused ? 'refused' : 'ok' });
  });

  const authenticate: RequestHandler = async (req, _res, next) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    next();
  };
  router.use(authenticate);

  router.get('/guidance', async (_req, res) => {
    const { guidance: current, warnings, layers } = await guidance.get();
    revalidate(res);
    res.json({ guidance: current, warnings, layers });
  });

  router.get(
    '/guidance/status',
    statusHandler({ guidance, httpAuth, permissions }),
  );

  router.get('/decision-tree', async (req, res) => {
    const { guidance: current } = await guidance.get();
    const options = readDecisionTreeQuery(req.query, current);
    revalidate(res);
    res.json(decisionTree(current, options));
  });

  router.get(
    '/pipeline-graph',
    pipelineGraphHandler({ catalog, graphs, httpAuth }),
  );

  router.use(['/estimate', '/recommend'], readJson());
  router.post('/recommend', async (req, res) => {
    const { guidance: current } = await guidance.get();
    const { answers } = readRecommendBody(req.body, current);
    res.json(recommend(current, answers));
  });

  router.post('/estimate', async (req, res) => {
    const { guidance: current } = await guidance.get();
    res.json(estimateCost(current, readEstimateBody(req.body)));
  });

  return router;
}

/** Browsers may keep the answer, but ask whether it still holds; Express adds the ETag. */
function revalidate(res: Parameters<RequestHandler>[1]) {
  res.set('Cache-Control', 'private, no-cache');
}
