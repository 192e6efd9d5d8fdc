// @ts-check

/**
 * Detection: what was found in the repositories of components that are not linked to an
 * orchestrator. All of it can be found again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('detection_entities', table => {
    table.comment('One row for each component whose repository was read');
    table.string('entity_ref').primary().comment('In lower case');
    table.text('source').notNullable().comment('Where its files were read');
    table.text('etag').notNullable().comment('The state that was read');
    table
      .text('rules')
      .notNullable()
      .comment('By what the files were judged; others are to be applied anew');
    table.text('link').comment('JSON: what was found; null if nothing');
    table.string('found_at', 30).comment('ISO timestamp');
  });

  await knex.schema.createTable('detection_state', table => {
    table.comment('Where the next run goes on, and which hosts are left alone');
    table.string('key').primary();
    table.text('value').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('detection_state');
  await knex.schema.dropTable('detection_entities');
};
