import type { DecidingGuidance } from 'backstage-plugin-ml-orchestrator-common';
import type { Knex } from 'knex';
import type { EntityRow, HistoryRow, StateRow } from './tables';

/** Rows written by one statement; SQLite takes a limited number of values. */
const CHUNK = 500;

/** What a refresh reads and writes of the plugin's database. */
export class PortfolioStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async state(): Promise<StateRow | undefined> {
    return this.#knex<StateRow>('portfolio_state').first();
  }

  async rows(entityRefs: string[]): Promise<Map<string, EntityRow>> {
    const rows = await this.#knex<EntityRow>('portfolio_entities').whereIn(
      'entity_ref',
      entityRefs,
    );
    return new Map(rows.map(row => [row.entity_ref, row]));
  }

  /** Writes new and changed rows, and what changed into the history, all or nothing. */
  async write(
    rows: EntityRow[],
    before: ReadonlyMap<string, EntityRow>,
    today: string,
  ): Promise<void> {
    const moved = rows.filter(row => {
      const was = before.get(row.entity_ref);
      return (
        was?.orchestrator !== row.orchestrator || was?.verdict !== row.verdict
      );
    });
    await this.#knex.transaction(async tx => {
      await endHistory(
        tx,
        moved.map(row => row.entity_ref),
        today,
      );
      await tx.batchInsert(
        'portfolio_history',
        moved.map(({ entity_ref, orchestrator, verdict }) => ({
          entity_ref,
          orchestrator,
          verdict,
          from_day: today,
        })),
        CHUNK,
      );
      for (let i = 0; i < rows.length; i += CHUNK) {
        await tx<EntityRow>('portfolio_entities')
          .insert(rows.slice(i, i + CHUNK))
          .onConflict('entity_ref')
          .merge();
      }
    });
  }

  /** Removes the rows of entities that are not among those seen; returns how many there were. */
  async removeOthers(
    seen: ReadonlySet<string>,
    today: string,
  ): Promise<number> {
    const kept = await this.#knex<EntityRow>('portfolio_entities').pluck(
      'entity_ref',
    );
    const gone = kept.filter(entityRef => !seen.has(entityRef));
    for (let i = 0; i < gone.length; i += CHUNK) {
      const chunk = gone.slice(i, i + CHUNK);
      await this.#knex.transaction(async tx => {
        await endHistory(tx, chunk, today);
        await tx('portfolio_entities').whereIn('entity_ref', chunk).delete();
      });
    }
    return gone.length;
  }

  /** The guidance that rows were judged under, by version. */
  async guidances(): Promise<Map<string, DecidingGuidance>> {
    const rows = await this.#knex('portfolio_guidance').select();
    return new Map(
      rows.map(({ version, document }) => [version, JSON.parse(document)]),
    );
  }

  async addGuidance(
    version: string,
    document: DecidingGuidance,
  ): Promise<void> {
    await this.#knex('portfolio_guidance')
      .insert({ version, document: JSON.stringify(document) })
      .onConflict('version')
      .ignore();
  }

  /** Notes that all rows are as the catalog and this guidance say, and forgets guidance that no row was judged under. */
  async finish(version: string, finishedAt: string): Promise<void> {
    await this.#knex<StateRow>('portfolio_state')
      .insert({ id: 1, guidance_version: version, finished_at: finishedAt })
      .onConflict('id')
      .merge();
    await this.#knex('portfolio_guidance')
      .whereNot({ version })
      .whereNotIn(
        'version',
        this.#knex('portfolio_entities').distinct('guidance_version'),
      )
      .delete();
  }

  /** The rows whose owners are still to be told of another verdict. */
  async untold(): Promise<EntityRow[]> {
    return this.#knex<EntityRow>('portfolio_entities')
      .whereNotNull('notify')
      .orderBy(['owner', 'sort_title', 'entity_ref']);
  }

  async told(entityRefs: string[]): Promise<void> {
    for (let i = 0; i < entityRefs.length; i += CHUNK) {
      await this.#knex<EntityRow>('portfolio_entities')
        .whereIn('entity_ref', entityRefs.slice(i, i + CHUNK))
        .update({ notify: null });
    }
  }
}

/** Ends what lasts; what began today is as if it had never been. */
async function endHistory(
  tx: Knex.Transaction,
  entityRefs: string[],
  today: string,
): Promise<void> {
  const lasting = () =>
    tx<HistoryRow>('portfolio_history')
      .whereIn('entity_ref', entityRefs)
      .whereNull('to_day');
  await lasting().where('from_day', today).delete();
  await lasting().update({ to_day: today });
}
