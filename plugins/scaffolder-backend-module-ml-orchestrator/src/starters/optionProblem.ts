import { triggerOf, type StarterSpec } from './spec';

/** Starter → why it does not offer to start runs when data arrives. */
const WITHOUT_DATA_ARRIVAL: Record<string, string> = {
  'sagemaker-pipelines':
    'an event rule can hand a pipeline parts of an event, but no address put together from them; let a schedule look for new data, or start the pipeline from a Step Functions workflow',
  'airflow-mwaa':
    'an MWAA environment hears of no events by itself; give the DAG a schedule, or let an asset of another DAG start it',
};

/** What a spec asks for that the starter does not offer, with the field and the reason; `undefined` if it is fine. */
export function optionProblem(
  spec: Pick<StarterSpec, 'trigger' | 'schedule'>,
  starter: string,
): string | undefined {
  const reason = WITHOUT_DATA_ARRIVAL[starter];
  return triggerOf(spec) === 'data-arrival' && reason
    ? `trigger: the starter ${starter} does not offer data-arrival: ${reason}`
    : undefined;
}
