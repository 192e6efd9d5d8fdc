import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { pipelineFilter } from './pipelineFilter';

/** How long it is remembered which pipelines a user may see. */
const REMEMBERED_MS = 10_000;
/** Users that are remembered at a time. */
const MOST_USERS = 1000;

/** Every pipeline, or those with these uids. */
export type Visible = 'all' | readonly string[];

interface Options {
  catalog: CatalogService;
  permissions: PermissionsService;
  types: string[];
  now?: () => number;
}

/**
 * Which pipelines the catalog would show somebody. Where the policy decides without
 * looking at entities nothing is asked of the catalog; else the catalog decides, by a
 * facet of uids, which costs it little and leaves its rules where they are.
 */
export class Visibility {
  readonly #options: Options;
  readonly #remembered = new Map<string, { until: number; visible: Visible }>();

  constructor(options: Options) {
    this.#options = options;
  }

  async visibleTo(credentials: BackstageCredentials): Promise<Visible> {
    const user = userOf(credentials);
    const now = this.#options.now?.() ?? Date.now();
    const known = user && this.#remembered.get(user);
    if (known && known.until > now) {
      return known.visible;
    }
    const visible = await this.#ask(credentials);
    if (user) {
      this.#remember(user, visible, now);
    }
    return visible;
  }

  async #ask(credentials: BackstageCredentials): Promise<Visible> {
    const { catalog, permissions, types } = this.#options;
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) {
      return 'all';
    }
    if (result === AuthorizeResult.DENY) {
      return [];
    }
    const { facets } = await catalog.getEntityFacets(
      { facets: ['metadata.uid'], filter: pipelineFilter(types) },
      { credentials },
    );
    return (facets['metadata.uid'] ?? []).map(({ value }) => value);
  }

  #remember(user: string, visible: Visible, now: number) {
    if (this.#remembered.size >= MOST_USERS) {
      this.#remembered.clear();
    }
    this.#remembered.set(user, { until: now + REMEMBERED_MS, visible });
  }
}

function userOf({ principal }: BackstageCredentials): string | undefined {
  const { type, userEntityRef } = principal as BackstageUserPrincipal;
  return type === 'user' ? userEntityRef : undefined;
}
