import { ensurePostgres } from '../lib/postgres.mjs';
import { runJest } from '../lib/suite.mjs';

/** Runs the backend's tests that touch the database on PostgreSQL as well. */
export async function run() {
  const { env, stop } = await ensurePostgres();
  try {
    return runJest(
      'postgres',
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--watchAll=false',
        '--silent',
        '--silent',
        'plugins/ml-orchestrator-backend/src/(database|detection|portfolio)/',
      ],
      env,
    );
  } finally {
    await stop();
  }
}
