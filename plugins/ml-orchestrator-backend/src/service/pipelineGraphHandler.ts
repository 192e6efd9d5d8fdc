import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RequestHandler } from 'express';
import type { PipelineGraphReader } from '../pipeline';

interface Options {
  catalog: CatalogService;
  graphs: PipelineGraphReader;
  httpAuth: HttpAuthService;
}

/** Answers `GET /pipeline-graph?entity=…`, about entities that the catalog shows to the caller. */
export function pipelineGraphHandler(options: Options): RequestHandler {
  const { catalog, graphs, httpAuth } = options;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const ref = entityRef(req.query.entity);
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(`entity: there is no ${ref}`);
    }
    res.set('Cache-Control', 'private, no-cache');
    res.json(await graphs.read(entity));
  };
}

function entityRef(value: unknown): string {
  if (typeof value !== 'string' || !value) {
    throw new InputError('entity: give it once, as kind:namespace/name');
  }
  try {
    parseEntityRef(value);
  } catch {
    throw new InputError('entity: must look like kind:namespace/name');
  }
  return value;
}
