import type { Knex } from 'knex';
import type { DetectedLink } from './detectLink';

/** What is known of the repository of one entity. */
export interface DetectedEntity {
  entityRef: string;
  source: string;
  etag: string;
  rules: string;
  link?: DetectedLink;
  /** Present with a link: when it was first found as it is. */
  foundAt?: string;
}

/** How long a host is left alone after it said that it was asked too often. */
export interface HostPause {
  /** ISO timestamp. */
  until: string;
  /** The length of the pause; the next one is longer. */
  minutes: number;
}

interface Row {
  entity_ref: string;
  source: string;
  etag: string;
  rules: string;
  link: string | null;
  found_at: string | null;
}

const ENTITIES = 'detection_entities';
const STATE = 'detection_state';
const CURSOR = 'cursor';
/** SQLite takes no more values in one statement than this, and a few. */
const CHUNK = 500;

/** Keeps what detection found, and where its next run goes on. */
export class DetectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(entityRef: string): Promise<DetectedEntity | undefined> {
    const row = await this.#knex<Row>(ENTITIES)
      .where('entity_ref', entityRef)
      .first();
    return row && fromRow(row);
  }

  async save(entity: DetectedEntity): Promise<void> {
    const row: Row = {
      entity_ref: entity.entityRef,
      source: entity.source,
      etag: entity.etag,
      rules: entity.rules,
      link: entity.link ? JSON.stringify(entity.link) : null,
      found_at: entity.foundAt ?? null,
    };
    await this.#knex<Row>(ENTITIES)
      .insert(row)
      .onConflict('entity_ref')
      .merge();
  }

  /** Forgets an entity. */
  async remove(entityRef: string): Promise<void> {
    await this.#knex<Row>(ENTITIES).where('entity_ref', entityRef).delete();
  }

  /** Forgets all entities but these: others are gone, linked or dismissed. */
  async keepOnly(entityRefs: ReadonlySet<string>): Promise<void> {
    const known = await this.#knex<Row>(ENTITIES).pluck('entity_ref');
    const gone = known.filter(ref => !entityRefs.has(ref));
    for (let at = 0; at < gone.length; at += CHUNK) {
      await this.#knex<Row>(ENTITIES)
        .whereIn('entity_ref', gone.slice(at, at + CHUNK))
        .delete();
    }
  }

  /** Entities with something to propose that come after one, by their references. */
  async withLinks(after: string, limit: number): Promise<DetectedEntity[]> {
    const rows = await this.#knex<Row>(ENTITIES)
      .whereNotNull('link')
      .andWhere('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(fromRow);
  }

  /** The last entity that was looked at; empty before the first. */
  async cursor(): Promise<string> {
    return (await this.#state(CURSOR)) ?? '';
  }

  async setCursor(entityRef: string): Promise<void> {
    await this.#setState(CURSOR, entityRef);
  }

  async hostPause(host: string): Promise<HostPause | undefined> {
    const value = await this.#state(`pause:${host}`);
    return value ? JSON.parse(value) : undefined;
  }

  async setHostPause(host: string, pause: HostPause | undefined) {
    if (pause) {
      await this.#setState(`pause:${host}`, JSON.stringify(pause));
    } else {
      await this.#knex(STATE).where('key', `pause:${host}`).delete();
    }
  }

  async #state(key: string): Promise<string | undefined> {
    const row = await this.#knex(STATE).where('key', key).first();
    return row?.value;
  }

  async #setState(key: string, value: string): Promise<void> {
    await this.#knex(STATE).insert({ key, value }).onConflict('key').merge();
  }
}

function fromRow(row: Row): DetectedEntity {
  return {
    entityRef: row.entity_ref,
    source: row.source,
    etag: row.etag,
    rules: row.rules,
    ...(row.link && { link: JSON.parse(row.link) }),
    ...(row.found_at && { foundAt: row.found_at }),
  };
}
