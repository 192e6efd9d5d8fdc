import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import {
  readJson,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { StarterTrees } from '../starters';
import { previewStarter } from './previewStarter';
import { starterOptions } from './starterOptions';

/** What a request asks of a spec that may be half filled in. */
type Answer = (
  spec: Record<string, unknown>,
  context: {
    guidance: Guidance;
    trees: StarterTrees;
    /** Entity reference of who asks, if it is a person. */
    user?: string;
  },
) => unknown;

/**
 * What forms ask of the scaffolder before a repository is created. Both take
 * `{spec}`, as filled in so far.
 *
 * - `POST /ml-orchestrator/preview`: the files that it would give
 * - `POST /ml-orchestrator/options`: the options that its starter offers
 */
export function createStarterRouter(options: {
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  trees: () => Promise<StarterTrees>;
}): Router {
  const router = PromiseRouter();
  const serve = (path: string, answer: Answer) => {
    router.use(path, readJson());
    router.post(path, async (req, res) => {
      const { principal } = await options.httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const { spec } = req.body ?? {};
      if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
        throw new InputError('spec: must be an object');
      }
      const { guidance } = await options.guidance.get();
      res.json(
        answer(spec, {
          guidance,
          trees: await options.trees(),
          ...(principal.type === 'user' && { user: principal.userEntityRef }),
        }),
      );
    });
  };
  serve('/ml-orchestrator/preview', previewStarter);
  serve('/ml-orchestrator/options', starterOptions);
  return router;
}
