import { guidanceSchema } from '../guidance/schema';
import type { Guidance } from '../guidance/types';

const orchestrator = (id: string, ring = 'recommended') => ({
  id,
  title: `The ${id} orchestrator`,
  ring,
  summary: 'Runs pipelines.',
  bestAt: ['Running pipelines'],
});

/** Guidance small enough to work out by hand. */
export const smallGuidance: Guidance = guidanceSchema.parse({
  title: 'Small guide',
  idea: 'Small enough to check by hand.',
  orchestrators: [
    orchestrator('pipelines'),
    orchestrator('functions'),
    orchestrator('airflow'),
    orchestrator('legacy', 'hold'),
  ],
  questions: [
    {
      id: 'airflow',
      text: 'Do you run Airflow today?',
      why: 'Running a second scheduler costs more than using the first.',
      options: [
        {
          id: 'yes',
          label: 'Yes',
          evidence: {
            airflow: { effect: 'strongly-for', because: 'It is there.' },
            legacy: { effect: 'strongly-for', because: 'It is there too.' },
          },
        },
        {
          id: 'no',
          label: 'No',
          evidence: {
            airflow: { effect: 'against', because: 'It must be learnt.' },
          },
        },
      ],
    },
    {
      id: 'steps',
      text: 'Where do the steps run?',
      why: 'It decides how much integration pays.',
      askWhen: { question: 'airflow', options: ['no'] },
      options: [
        {
          id: 'sagemaker',
          label: 'Only SageMaker',
          evidence: {
            pipelines: { effect: 'strongly-for', because: 'Made for it.' },
          },
        },
        {
          id: 'aws',
          label: 'Across AWS',
          evidence: {
            functions: { effect: 'strongly-for', because: 'Made for it.' },
          },
        },
      ],
    },
    {
      id: 'loops',
      text: 'Does the workflow have cycles?',
      why: 'Not every orchestrator can.',
      options: [
        {
          id: 'yes',
          label: 'Yes',
          evidence: {
            pipelines: { effect: 'rules-out', because: 'No cycles.' },
            airflow: { effect: 'rules-out', because: 'No cycles.' },
          },
        },
        { id: 'no', label: 'No' },
      ],
    },
  ],
});
