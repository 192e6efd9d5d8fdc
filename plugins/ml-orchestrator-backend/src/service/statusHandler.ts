import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  guidanceOwnerReadPermission,
  guidanceStatus,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  GuidanceStatus,
  GuidanceStatusReport,
} from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import type { RequestHandler } from 'express';

interface Options {
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}

/** Answers `GET /guidance/status`, to the owners of the guidance only. */
export function statusHandler(options: Options): RequestHandler {
  const { guidance, httpAuth, permissions } = options;
  // The guidance object stays the same until it changes, and so does its status.
  const known = new WeakMap<Guidance, GuidanceStatus>();
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const permission = guidanceOwnerReadPermission;
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`needs the permission ${permission.name}`);
    }
    const {
      guidance: current,
      layers,
      warnings,
      refresh,
    } = await guidance.get();
    const status = known.get(current) ?? guidanceStatus(current);
    known.set(current, status);
    const report: GuidanceStatusReport = { layers, warnings, refresh, status };
    res.set('Cache-Control', 'private, no-cache');
    res.json(report);
  };
}
