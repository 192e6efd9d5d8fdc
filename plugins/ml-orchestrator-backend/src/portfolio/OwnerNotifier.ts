import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  GuidanceDifference,
} from 'backstage-plugin-ml-orchestrator-common';
import { differenceWords } from './differenceWords';
import type { PortfolioStore } from './PortfolioStore';
import type { EntityRow } from './tables';

/** Pipelines that one notification names; the rest is counted. */
const NAMED = 10;

/** Verdicts as a notification words them. */
const WORDS: Record<EntityRow['verdict'], string> = {
  fits: 'fits',
  close: 'is a close call',
  'no-longer-fits': 'no longer fits',
  unknown: 'cannot be told',
  unlinked: 'not linked',
};

interface Options {
  logger: LoggerService;
  notifications: NotificationService;
  /** Where the portfolio is in the portal. */
  path: string;
}

/** Tells owners of pipelines whose verdict a change of the guidance has changed. */
export class OwnerNotifier {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Sends each owner one notification, and notes who was told. One that cannot be sent
   * is tried again at the next refresh; one that was sent but not noted takes the place
   * of the first, since its scope is the same.
   */
  async tell(store: PortfolioStore, guidance: Guidance): Promise<void> {
    const { logger, notifications, path } = this.#options;
    for (const [owner, rows] of byOwner(await store.untold())) {
      const entityRefs = rows.map(row => row.entity_ref);
      if (!owner) {
        await store.told(entityRefs);
        continue;
      }
      try {
        await notifications.send({
          recipients: { type: 'entity', entityRef: owner },
          payload: {
            title: title(rows),
            description: description(rows, guidance),
            link: `${path}?owner=${encodeURIComponent(owner)}`,
            severity: 'normal',
            topic: 'ml-orchestrator-verdicts',
            scope: `ml-orchestrator-verdicts:${owner}:${rows[0].guidance_version}`,
          },
        });
        await store.told(entityRefs);
      } catch (error) {
        logger.warn(
          `${owner} could not be told of changed verdicts; it is tried again at the next refresh`,
          error as Error,
        );
      }
    }
  }
}

function byOwner(rows: EntityRow[]): Map<string | null, EntityRow[]> {
  const owners = new Map<string | null, EntityRow[]>();
  for (const row of rows) {
    owners.set(row.owner, [...(owners.get(row.owner) ?? []), row]);
  }
  return owners;
}

function title(rows: EntityRow[]): string {
  return rows.length === 1
    ? `The guidance changed, and with it the verdict on ${name(rows[0])}`
    : `The guidance changed, and with it the verdict on ${rows.length} pipelines`;
}

function description(rows: EntityRow[], guidance: Guidance): string {
  const lines = rows.slice(0, NAMED).map(row => {
    const before = WORDS[row.notify as EntityRow['verdict']];
    const now =
      row.verdict === 'no-longer-fits' && row.would_choose
        ? `would now be ${orchestratorTitle(guidance, row.would_choose)}`
        : WORDS[row.verdict];
    const [first]: GuidanceDifference[] = JSON.parse(row.changes);
    const since = first ? `, since ${differenceWords(first, guidance)}` : '';
    return `${name(row)}: ${now} (before: ${before})${since}`;
  });
  const more = rows.length - NAMED;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function name(row: EntityRow): string {
  return row.title ?? row.name;
}
