import { InputError } from '@backstage/errors';
import { triggerOf, type StarterSpec } from './spec';

/** Starter → why it does not offer to start runs when data arrives. */
const WITHOUT_DATA_ARRIVAL: Record<string, string> = {
  'sagemaker-pipelines':
    'an event rule can hand a pipeline parts of an event, but no address put together from them; let a schedule look for new data, or start the pipeline from a Step Functions workflow',
  'airflow-mwaa':
    'an MWAA environment hears of no events by itself; give the DAG a schedule, or let an asset of another DAG start it',
};

/**
 * Refuses what a starter does not offer.
 *
 * @throws InputError that names the field and the reason
 */
export function checkOptions(spec: StarterSpec, starter: string) {
  const reason = WITHOUT_DATA_ARRIVAL[starter];
  if (triggerOf(spec) === 'data-arrival' && reason) {
    throw new InputError(
      `trigger: the starter ${starter} does not offer data-arrival: ${reason}`,
    );
  }
}
