import type { ActionServices } from './registerActions';
import { READ_ONLY } from './readOnly';

/** `ml-orchestrator:list-orchestrators` */
export function registerListOrchestrators(services: ActionServices) {
  const { actionsRegistry, guidance } = services;
  actionsRegistry.register({
    name: 'list-orchestrators',
    title: 'List ML orchestrators',
    description:
      'Lists the ML orchestrators that the organisation offers, with their ring (recommended, allowed or hold), what each is best at and when not to use it.',
    attributes: READ_ONLY,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          orchestrators: z.array(
            z.object({
              id: z.string().describe('Id, as the other actions take it'),
              title: z.string(),
              ring: z
                .enum(['recommended', 'allowed', 'hold'])
                .describe('`hold` is never recommended'),
              ringReason: z
                .string()
                .optional()
                .describe("The organisation's reason for the ring"),
              summary: z.string(),
              bestAt: z.array(z.string()),
              avoidWhen: z.array(z.string()),
              hasStarter: z
                .boolean()
                .describe('Whether a template generates a repository for it'),
              links: z.array(z.object({ title: z.string(), url: z.string() })),
            }),
          ),
        }),
    },
    async action() {
      const { guidance: current } = await guidance.get();
      return {
        output: {
          orchestrators: current.orchestrators.map(o => ({
            id: o.id,
            title: o.title,
            ring: o.ring,
            ...(o.ringReason ? { ringReason: o.ringReason } : {}),
            summary: o.summary,
            bestAt: o.bestAt,
            avoidWhen: o.avoidWhen,
            hasStarter: o.starter !== undefined,
            links: o.links,
          })),
        },
      };
    },
  });
}
