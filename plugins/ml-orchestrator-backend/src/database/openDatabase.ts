import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often an instance looks whether another one has finished migrating, and how long it waits in between. */
const ATTEMPTS = 20;
const PAUSE_MS = 500;

/** The plugin's own database, with all its tables in place. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex);
  }
  return knex;
}

/**
 * Brings the tables up to date. Of several instances that start on one database at
 * the same time, one migrates; the others wait for it.
 */
export async function migrate(knex: Knex): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await knex.migrate.latest({ directory: migrationsFolder() });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isRace(error)) {
        throw error;
      }
      await sleep(PAUSE_MS);
    }
  }
}

/** Where the migrations are. */
export function migrationsFolder(): string {
  return resolvePackagePath(
    'backstage-plugin-ml-orchestrator-backend',
    'migrations',
  );
}

/** PostgreSQL's words for "somebody else has just made that": duplicate table, and duplicate key in its own tables. */
const MADE_MEANWHILE = ['42P07', '23505'];

function isRace(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: string };
  return (
    name === 'MigrationLocked' ||
    (code !== undefined && MADE_MEANWHILE.includes(code))
  );
}
