import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { LinkProposalsPage } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { read } from '../service/input';
import type { DetectionStore } from './DetectionStore';
import { findProposal, listProposals } from './listProposals';

const MAX_LIMIT = 200;

const query = z.strictObject({
  entity: z.string('give it once').optional(),
  after: z.string('give it once').default(''),
  limit: z
    .string('give it once, as a whole number')
    .regex(/^[1-9]\d*$/, 'must be a whole number, 1 or more')
    .transform(digits => Math.min(Number(digits), MAX_LIMIT))
    .default(50),
});

interface Options {
  catalog: CatalogService;
  /** Whether detection is on; where it is not, nothing is proposed. */
  enabled: boolean;
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  store: DetectionStore;
}

/** Serves what detection proposes, of the entities that the caller may see in the catalog. */
export function createProposalsRouter({
  catalog,
  enabled,
  guidance,
  httpAuth,
  store,
}: Options): Router {
  const router = PromiseRouter();
  router.get('/proposals', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entity, after, limit } = read(query, req.query, 'query');
    const { guidance: current } = await guidance.get();
    const request = { credentials, guidance: current };
    const from = { catalog, store };
    if (!enabled) {
      const none: LinkProposalsPage = { items: [] };
      res.json(none);
      return;
    }
    if (entity === undefined) {
      res.json(await listProposals(from, { ...request, after, limit }));
      return;
    }
    const entityRef = fullEntityRef(entity);
    const proposal = await findProposal(from, { ...request, entityRef });
    const page: LinkProposalsPage = { items: proposal ? [proposal] : [] };
    res.json(page);
  });
  return router;
}

function fullEntityRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch (error) {
    throw new InputError(`entity: ${(error as Error).message}`);
  }
}
