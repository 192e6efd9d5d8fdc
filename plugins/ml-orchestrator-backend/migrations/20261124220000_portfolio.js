// @ts-check

/**
 * The portfolio: what is known of every ML pipeline in the catalog. All of it is
 * derived from the catalog and the guidance, and can be rebuilt from them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('portfolio_entities', table => {
    table.comment('One row for each ML pipeline in the catalog');
    table.string('entity_ref').primary().comment('In lower case');
    table.string('uid').notNullable().comment('The uid of the entity');
    table.string('etag').notNullable().comment('The entity that was read');
    table
      .string('guidance_version', 64)
      .notNullable()
      .comment('The guidance that the verdict was found under');
    table.text('name').notNullable();
    table.text('title');
    table.text('owner').comment('Entity reference');
    table.text('system').comment('Entity reference');
    table.text('type').comment('spec.type of the entity');
    table.text('orchestrator').comment('Id, as the entity says');
    table.text('answers').notNullable().comment('question=option,…');
    table.text('override_reason');
    table.string('decided_by', 16).comment('answers or override');
    table.string('decided_on', 10).comment('YYYY-MM-DD');
    table.string('verdict', 16).notNullable();
    table.text('would_choose').comment('Orchestrator id');
    table.text('reasons').notNullable().comment('JSON');
    table
      .text('changes')
      .notNullable()
      .comment('JSON: what changed in the guidance when the verdict last did');
    table.string('verdict_since', 10).notNullable().comment('YYYY-MM-DD');
    table.text('sort_title').notNullable().comment('Title or name, lower case');
    table.text('search_text').notNullable().comment('Lower case');
    table
      .text('notify')
      .comment('JSON: the verdict that the owner last knew, until told');
    table.index(['uid'], 'portfolio_entities_uid_idx');
    table.index(['sort_title', 'entity_ref'], 'portfolio_entities_title_idx');
    table.index(['owner'], 'portfolio_entities_owner_idx');
    table.index(['orchestrator'], 'portfolio_entities_orchestrator_idx');
    table.index(['verdict'], 'portfolio_entities_verdict_idx');
  });

  await knex.schema.createTable('portfolio_history', table => {
    table.comment(
      'From when to when a pipeline had an orchestrator and a verdict',
    );
    table.increments('id');
    table.string('entity_ref').notNullable();
    table.text('orchestrator');
    table.string('verdict', 16).notNullable();
    table.string('from_day', 10).notNullable().comment('YYYY-MM-DD');
    table
      .string('to_day', 10)
      .comment('The first day on which it was otherwise; null while it lasts');
    table.index(['entity_ref', 'to_day'], 'portfolio_history_entity_idx');
  });

  await knex.schema.createTable('portfolio_guidance', table => {
    table.comment('Guidance that verdicts were found under');
    table.string('version', 64).primary();
    table.text('document').notNullable().comment('JSON: what decides');
  });

  await knex.schema.createTable('portfolio_state', table => {
    table.comment('How the last refresh went: one row');
    table.integer('id').primary();
    table.string('guidance_version', 64).notNullable();
    table.string('finished_at', 30).notNullable().comment('ISO timestamp');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portfolio_state');
  await knex.schema.dropTable('portfolio_guidance');
  await knex.schema.dropTable('portfolio_history');
  await knex.schema.dropTable('portfolio_entities');
};
