import { testDatabases } from '../__testUtils__/databases';
import { migrate, migrationsFolder, openDatabase } from './openDatabase';

const TABLES = [
  'portfolio_entities',
  'portfolio_history',
  'portfolio_guidance',
  'portfolio_state',
  'detection_entities',
  'detection_state',
];

describe('openDatabase', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())('makes the tables on %s', async id => {
    const knex = await databases.init(id);
    const getClient = async () => knex;
    await openDatabase({ getClient });
    // A second start finds everything in place.
    await openDatabase({ getClient });
    for (const table of TABLES) {
      expect(await knex(table).select()).toEqual([]);
    }
  });

  it.each(databases.eachSupportedId())(
    'takes its tables back on %s, and makes them anew',
    async id => {
      const knex = await databases.init(id);
      const left = async () => {
        const there = await Promise.all(
          TABLES.map(table => knex.schema.hasTable(table)),
        );
        return TABLES.filter((_, i) => there[i]);
      };
      await migrate(knex);
      await knex.migrate.rollback({ directory: migrationsFolder() }, true);
      expect(await left()).toEqual([]);
      await migrate(knex);
      expect(await left()).toEqual(TABLES);
    },
  );

  it.each(databases.eachSupportedId())(
    'copes with instances that start at the same time on %s',
    async id => {
      const knex = await databases.init(id);
      const getClient = async () => knex;
      // A database file is never shared by several instances.
      const instances = id === 'SQLITE_3' ? [1] : [1, 2, 3];
      await Promise.all(instances.map(() => openDatabase({ getClient })));
      expect(await knex('portfolio_entities').select()).toEqual([]);
    },
  );

  it('leaves the tables alone where migrations are run by hand', async () => {
    const knex = await databases.init('SQLITE_3');
    await openDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await knex.schema.hasTable('portfolio_entities')).toBe(false);
  });
});
