import { TestDatabases } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';

/**
 * The databases that the plugin supports. PostgreSQL is tested where
 * `BACKSTAGE_TEST_DATABASE_POSTGRES…_CONNECTION_STRING` names one, as `npm test -- postgres` does.
 */
export const SUPPORTED_DATABASES: TestDatabaseId[] = [
  'SQLITE_3',
  'POSTGRES_18',
  'POSTGRES_17',
  'POSTGRES_16',
  'POSTGRES_15',
  'POSTGRES_14',
];

/** Fresh databases for a test file, of each kind that is at hand. */
export function testDatabases(): TestDatabases {
  return TestDatabases.create({ ids: SUPPORTED_DATABASES });
}
