import { estimateCost } from 'backstage-plugin-ml-orchestrator-common';
import { readEstimateBody } from '../service/input';
import type { ActionServices } from './registerActions';
import { READ_ONLY } from './readOnly';

/** `ml-orchestrator:estimate-orchestration-cost` */
export function registerEstimateCost(services: ActionServices) {
  const { actionsRegistry, guidance } = services;
  actionsRegistry.register({
    name: 'estimate-orchestration-cost',
    title: 'Estimate the cost of orchestration',
    description:
      'Estimates what the orchestration of ML pipelines costs a month by each offer of each orchestrator, in US dollars. The jobs that the steps start are not included. Unknown prices are named, never guessed.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          runsPerMonth: z.number().optional(),
          stepsPerRun: z.number().optional(),
          retriesPerRun: z.number().optional(),
          stepMinutes: z.number().optional().describe('Mean length of a step'),
          concurrency: z
            .number()
            .optional()
            .describe('Steps at work at the same time when it is busiest'),
          stepsPerWorker: z
            .number()
            .optional()
            .describe('Steps that one Airflow worker takes at a time'),
          region: z.string().optional().describe('Such as us-east-1'),
          environmentClass: z.string().optional().describe('Such as mw1.small'),
        }),
      output: z =>
        z.object({
          offers: z.array(
            z.object({
              orchestrator: z.string(),
              offer: z.string().describe('A way of paying for it'),
              usd: z
                .number()
                .optional()
                .describe('A month; absent when something is unknown'),
              unknown: z.array(z.string()).describe('Prices nobody knows'),
              notCounted: z.array(z.string()),
              otherRegion: z
                .boolean()
                .describe('Reckoned with a price of another region'),
            }),
          ),
          breakEvens: z.array(
            z.object({
              runs: z.number().describe('Runs a month'),
              between: z.array(z.string()),
              cheaperBelow: z.string().optional(),
              cheaperAbove: z.string().optional(),
            }),
          ),
        }),
    },
    async action({ input }) {
      const workload = readEstimateBody(input);
      const { guidance: current } = await guidance.get();
      const { offers, breakEvens } = estimateCost(current, workload);
      const name = (i: number | undefined) =>
        i === undefined ? undefined : offers[i].offer;
      return {
        output: {
          offers: offers.map(
            ({ orchestrator, offer, usd, unknown, notCounted, lines }) => ({
              orchestrator,
              offer,
              ...(usd === undefined ? {} : { usd }),
              unknown,
              notCounted,
              otherRegion: lines.some(line => line.otherRegion),
            }),
          ),
          breakEvens: breakEvens.map(({ runs, between, below, above }) => ({
            runs,
            between: between.map(i => offers[i].offer),
            cheaperBelow: name(below),
            cheaperAbove: name(above),
          })),
        },
      };
    },
  });
}
