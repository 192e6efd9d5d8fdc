// @ts-check

/**
 * By which version of the code a pipeline was judged: an upgrade that judges otherwise
 * judges rows anew whose entity and guidance are as they were.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('portfolio_entities', table => {
    table
      .integer('judged_by')
      .notNullable()
      .defaultTo(0)
      .comment('The version of the code that found the verdict');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('portfolio_entities', table => {
    table.dropColumn('judged_by');
  });
};
