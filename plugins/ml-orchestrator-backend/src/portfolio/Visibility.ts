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
/** Users that are remembered at a time; each may see tens of thousands of pipelines. */
const MOST_USERS = 100;

/** Every pipeline, or those with these uids. */
export type Visible = 'all' | readonly string[];

interface Options {
  catalog: CatalogService;
  permissions: PermissionsService;
  types: readonly string[];
  now?: () => number;
}

interface Remembered {
  until: number;
  /** Asked for once by requests that come together, as those of one page do. */
  visible: Promise<Visible>;
}

/**
 * Which pipelines the catalog would show somebody. Where the policy decides without
 * looking at entities nothing is asked of the catalog; else the catalog decides, by a
 * facet of uids, which costs it little and leaves its rules where they are.
 */
export class Visibility {
  readonly #options: Options;
  /** In the order in which they expire. */
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: Options) {
    this.#options = options;
  }

  async visibleTo(credentials: BackstageCredentials): Promise<Visible> {
    const user = userOf(credentials);
    if (!user) {
      return this.#ask(credentials);
    }
    const now = this.#options.now?.() ?? Date.now();
    this.#forget(({ until }) => until <= now);
    const known = this.#remembered.get(user);
    if (known) {
      return known.visible;
    }
    this.#forget(() => this.#remembered.size >= MOST_USERS);
    const fresh = {
      until: now + REMEMBERED_MS,
      visible: this.#ask(credentials),
    };
    this.#remembered.set(user, fresh);
    try {
      return await fresh.visible;
    } catch (error) {
      if (this.#remembered.get(user) === fresh) {
        this.#remembered.delete(user);
      }
      throw error;
    }
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

  /** Forgets the eldest as long as it is to go. */
  #forget(isToGo: (eldest: Remembered) => boolean) {
    for (const [user, remembered] of this.#remembered) {
      if (!isToGo(remembered)) {
        return;
      }
      this.#remembered.delete(user);
    }
  }
}

function userOf({ principal }: BackstageCredentials): string | undefined {
  const { type, userEntityRef } = principal as BackstageUserPrincipal;
  return type === 'user' ? userEntityRef : undefined;
}
