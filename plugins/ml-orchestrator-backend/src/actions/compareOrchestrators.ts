import { InputError } from '@backstage/errors';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import type { ActionServices } from './registerActions';
import { READ_ONLY } from './readOnly';

/** The asked-for ids, or all of them; an unknown one is an error that names the field. */
function chosen<T extends { id: string }>(
  field: string,
  all: readonly T[],
  ids: readonly string[] | undefined,
): T[] {
  const unknown = ids?.find(id => !all.some(one => one.id === id));
  if (unknown !== undefined) {
    const known = all.map(({ id }) => id).join(', ');
    throw new InputError(`${field}: unknown "${unknown}"; known are: ${known}`);
  }
  return all.filter(({ id }) => !ids || ids.includes(id));
}

function sourcesOf(guidance: Guidance, ids: readonly string[]) {
  return guidance.sources
    .filter(source => ids.includes(source.id))
    .map(({ title, url, asOf }) => ({ title, url, asOf }));
}

/** `ml-orchestrator:compare-orchestrators` */
export function registerCompareOrchestrators(services: ActionServices) {
  const { actionsRegistry, guidance } = services;
  actionsRegistry.register({
    name: 'compare-orchestrators',
    title: 'Compare ML orchestrators',
    description:
      'Compares ML orchestrators criterion by criterion, each value with its rating and dated sources. Names nothing to compare everything.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          orchestrators: z
            .array(z.string())
            .optional()
            .describe('Ids of the orchestrators to compare; all by default'),
          criteria: z
            .array(z.string())
            .optional()
            .describe('Ids of the criteria to compare by; all by default'),
        }),
      output: z =>
        z.object({
          criteria: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              values: z.array(
                z.object({
                  orchestrator: z.string(),
                  value: z.string(),
                  detail: z.string().optional(),
                  rating: z.enum(['strong', 'partial', 'weak']).optional(),
                  verified: z
                    .boolean()
                    .describe('false: nobody has checked this yet'),
                  sources: z.array(
                    z.object({
                      title: z.string(),
                      url: z.string(),
                      asOf: z.string().describe('The day the source said so'),
                    }),
                  ),
                }),
              ),
            }),
          ),
        }),
    },
    async action({ input }) {
      const { guidance: current } = await guidance.get();
      const columns = chosen(
        'orchestrators',
        current.orchestrators,
        input.orchestrators,
      );
      const rows = chosen('criteria', current.criteria, input.criteria);
      return {
        output: {
          criteria: rows.map(({ id, title, values }) => ({
            id,
            title,
            values: columns.flatMap(({ id: orchestrator }) => {
              const told = values[orchestrator];
              return told
                ? [
                    {
                      orchestrator,
                      value: told.value,
                      ...(told.detail ? { detail: told.detail } : {}),
                      ...(told.rating ? { rating: told.rating } : {}),
                      verified: told.verified,
                      sources: sourcesOf(current, told.sources),
                    },
                  ]
                : [];
            }),
          })),
        },
      };
    },
  });
}
