import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  DECIDED_BY,
  DEFAULT_PORTFOLIO_LIMIT,
  MAX_PORTFOLIO_LIMIT,
  PORTFOLIO_SORTS,
  VERDICTS,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioFilters,
  PortfolioSort,
} from 'backstage-plugin-ml-orchestrator-common';
import { z } from 'zod';
import { read } from '../service/input';

/** Values that one filter may have. */
const MOST_VALUES = 100;
/** Layers that one question may lay over the guidance. */
const MOST_LAYERS = 20;

const text = z
  .string('must be text')
  .max(500, 'must not exceed 500 characters');
const several = <T extends z.ZodType>(value: T) =>
  z
    .array(value, 'must be a list')
    .max(MOST_VALUES, `must not have more than ${MOST_VALUES} values`)
    .optional();
const oneOf = (values: readonly string[]) =>
  `must be one of: ${values.join(', ')}`;
const reference = (kind: string) =>
  several(
    text.transform(written => {
      try {
        return (
          written &&
          stringifyEntityRef(
            parseEntityRef(written, {
              defaultKind: kind,
              defaultNamespace: 'default',
            }),
          )
        );
      } catch {
        return written;
      }
    }),
  );

const filters = {
  entity: reference('component'),
  owner: reference('group'),
  system: reference('system'),
  orchestrator: several(text),
  verdict: several(z.enum(VERDICTS, oneOf(VERDICTS))),
  decidedBy: several(
    z.enum([...DECIDED_BY, ''], `${oneOf(DECIDED_BY)}; or empty`),
  ),
  search: text.optional(),
};

const SORTS = [
  ...PORTFOLIO_SORTS,
  ...PORTFOLIO_SORTS.map(s => `-${s}` as const),
];
const sort = z
  .enum(SORTS, oneOf(SORTS))
  .default('title')
  .transform(written => ({
    by: written.replace(/^-/, '') as PortfolioSort,
    descending: written.startsWith('-'),
  }));

const count = (least: number) =>
  z.int('must be a whole number').min(least, `must be ${least} or more`);
const offset = count(0).default(0);
const limit = count(1)
  .max(MAX_PORTFOLIO_LIMIT, `must be ${MAX_PORTFOLIO_LIMIT} or less`)
  .default(DEFAULT_PORTFOLIO_LIMIT);

const number = <T extends z.ZodType<number, number | undefined>>(schema: T) =>
  z
    .string()
    .transform(digits => (digits.trim() ? Number(digits) : NaN))
    .optional()
    .pipe(schema);

const summaryQuery = z.strictObject(filters);
const exportQuery = z.strictObject({ ...filters, sort });
const pageQuery = z.strictObject({
  ...filters,
  sort,
  offset: number(offset),
  limit: number(limit),
});
const whatIfBody = z.strictObject({
  ...filters,
  layers: z
    .array(
      z.union(
        [z.string(), z.record(z.string(), z.unknown())],
        'must be the text of a YAML file, or its contents as an object',
      ),
      'must be a list of guidance layers',
    )
    .min(1, 'must hold at least one layer')
    .max(MOST_LAYERS, `must not hold more than ${MOST_LAYERS} layers`),
  offset,
  limit,
});

/** Which rows, in which order. */
export interface PortfolioSelection {
  filters: PortfolioFilters;
  sort: { by: PortfolioSort; descending: boolean };
}

/** Reads the query of `GET /portfolio`, or throws an error that names the field. */
export function readPageQuery(
  url: string,
): PortfolioSelection & { offset: number; limit: number } {
  const {
    sort: order,
    offset: from,
    limit: most,
    ...rest
  } = read(pageQuery, queryOf(url), 'query');
  return { filters: rest, sort: order, offset: from, limit: most };
}

/** Reads the query of `GET /portfolio.csv`, or throws an error that names the field. */
export function readExportQuery(url: string): PortfolioSelection {
  const { sort: order, ...rest } = read(exportQuery, queryOf(url), 'query');
  return { filters: rest, sort: order };
}

/** Reads the query of `GET /portfolio/summary`, or throws an error that names the field. */
export function readSummaryQuery(url: string): PortfolioFilters {
  return read(summaryQuery, queryOf(url), 'query');
}

/** Reads the body of `POST /what-if`, or throws an error that names the field. */
export function readWhatIfBody(body: unknown) {
  const {
    layers,
    offset: from,
    limit: most,
    ...rest
  } = read(whatIfBody, body, 'body');
  return { layers, offset: from, limit: most, filters: rest };
}

const LISTS = [
  'entity',
  'owner',
  'system',
  'orchestrator',
  'verdict',
  'decidedBy',
];

/** The query as an object: filters are lists however often they are given, everything else is given once. */
function queryOf(url: string): Record<string, string | string[]> {
  const query = new URL(url, 'http://localhost').searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map(key => {
      const values = query.getAll(key);
      return [
        key,
        LISTS.includes(key) || values.length > 1 ? values : values[0],
      ];
    }),
  );
}
