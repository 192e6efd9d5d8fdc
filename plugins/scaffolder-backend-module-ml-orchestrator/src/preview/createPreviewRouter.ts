import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  readJson,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { StarterTrees } from '../starters';
import { previewStarter } from './previewStarter';

const PATH = '/ml-orchestrator/preview';

/** `POST /ml-orchestrator/preview` of the scaffolder: the files that a spec would give. */
export function createPreviewRouter(options: {
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  trees: () => Promise<StarterTrees>;
}): Router {
  const router = PromiseRouter();
  router.use(PATH, readJson());
  router.post(PATH, async (req, res) => {
    await options.httpAuth.credentials(req, { allow: ['user', 'service'] });
    const { spec } = req.body ?? {};
    if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
      throw new InputError('spec: must be an object');
    }
    const { guidance } = await options.guidance.get();
    res.json(previewStarter(spec, { guidance, trees: await options.trees() }));
  });
  return router;
}
