import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioFilters,
  PortfolioSort,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Knex } from 'knex';
import type { PortfolioSelection } from './input';
import type { EntityRow } from './tables';
import type { Visible } from './Visibility';

const TABLE = 'portfolio_entities';

const VERDICT_ORDER = `case ${TABLE}.verdict ${VERDICTS.map(
  (verdict, i) => `when '${verdict}' then ${i}`,
).join(' ')} end`;

const SORT_COLUMNS: Record<PortfolioSort, string> = {
  title: `${TABLE}.sort_title`,
  owner: `${TABLE}.owner`,
  system: `${TABLE}.system`,
  orchestrator: `${TABLE}.orchestrator`,
  decidedOn: `${TABLE}.decided_on`,
  verdict: VERDICT_ORDER,
};

/** Pipelines that share all that the summary counts by. */
export type PortfolioGroup = Pick<
  EntityRow,
  'orchestrator' | 'verdict' | 'owner' | 'system' | 'decided_by'
> & { count: number };

/** Pipelines that got, or lost, an orchestrator and a verdict on a day. */
export interface HistoryStep {
  day: string;
  orchestrator: string | null;
  verdict: EntityRow['verdict'];
  count: number;
}

/** Asks the plugin's database for what somebody may see of the portfolio. */
export class PortfolioQueries {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async count(filters: PortfolioFilters, visible: Visible): Promise<number> {
    const [{ count }] = await this.#select(filters, visible).count({
      count: '*',
    });
    return Number(count);
  }

  async rows(
    { filters, sort }: PortfolioSelection,
    visible: Visible,
    page?: { offset: number; limit: number },
  ): Promise<EntityRow[]> {
    const direction = sort.descending ? 'desc' : 'asc';
    const query = this.#select(filters, visible)
      .select<EntityRow[]>(`${TABLE}.*`)
      .orderByRaw(
        `${SORT_COLUMNS[sort.by]} is null, ${
          SORT_COLUMNS[sort.by]
        } ${direction}, sort_title, ${TABLE}.entity_ref`,
      );
    return page ? query.offset(page.offset).limit(page.limit) : query;
  }

  async groups(
    filters: PortfolioFilters,
    visible: Visible,
  ): Promise<PortfolioGroup[]> {
    const columns = [
      'orchestrator',
      'verdict',
      'owner',
      'system',
      'decided_by',
    ];
    const groups = await this.#select(filters, visible)
      .select(columns)
      .count({ count: '*' })
      .groupBy(columns);
    return groups.map(group => ({ ...group, count: Number(group.count) }));
  }

  /**
   * How the numbers of pipelines by orchestrator and verdict changed from day to day.
   * What is gone from the catalog cannot be filtered, nor can it be told who might see
   * it: it counts where neither matters.
   */
  async history(
    filters: PortfolioFilters,
    visible: Visible,
  ): Promise<HistoryStep[]> {
    const everything =
      visible === 'all' &&
      Object.values(filters).every(value => value === undefined);
    const steps = async (day: 'from_day' | 'to_day', sign: 1 | -1) => {
      const query: Knex.QueryBuilder = this.#knex(
        'portfolio_history as history',
      )
        .select({
          day: `history.${day}`,
          orchestrator: 'history.orchestrator',
          verdict: 'history.verdict',
        })
        .count({ count: '*' })
        .whereNotNull(`history.${day}`)
        .groupBy(`history.${day}`, 'history.orchestrator', 'history.verdict');
      if (!everything) {
        query.whereIn(
          'history.entity_ref',
          this.#select(filters, visible).select(`${TABLE}.entity_ref`),
        );
      }
      const found: HistoryStep[] = await query;
      return found.map(step => ({ ...step, count: sign * Number(step.count) }));
    };
    return [...(await steps('from_day', 1)), ...(await steps('to_day', -1))];
  }

  #select(filters: PortfolioFilters, visible: Visible): Knex.QueryBuilder {
    const query = this.#knex(TABLE);
    restrict(this.#knex, query, visible);
    whereAnyOf(query, 'entity_ref', filters.entity);
    whereAnyOf(query, 'owner', filters.owner);
    whereAnyOf(query, 'system', filters.system);
    whereAnyOf(query, 'orchestrator', filters.orchestrator);
    whereAnyOf(query, 'verdict', filters.verdict);
    whereAnyOf(query, 'decided_by', filters.decidedBy);
    for (const word of words(filters.search)) {
      query.whereRaw(`${TABLE}.search_text like ? escape '\\'`, [
        `%${word.replace(/[\\%_]/g, character => `\\${character}`)}%`,
      ]);
    }
    return query;
  }
}

function words(search = ''): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

/** An empty value stands for none. */
function whereAnyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
) {
  if (!values?.length) {
    return;
  }
  query.where(any => {
    any.whereIn(`${TABLE}.${column}`, values.filter(Boolean));
    if (values.includes('')) {
      any.orWhereNull(`${TABLE}.${column}`);
    }
  });
}

/** The uids go as one value: databases take a limited number of them. */
function restrict(knex: Knex, query: Knex.QueryBuilder, visible: Visible) {
  if (visible === 'all') {
    return;
  }
  const elements = String(knex.client.config.client).includes('sqlite')
    ? 'select value from json_each(?)'
    : 'select json_array_elements_text(?::json)';
  query.whereRaw(`${TABLE}.uid in (${elements})`, [JSON.stringify(visible)]);
}
