import { DEFINITION_FILE } from '../../infra/state-machine';
import type { PipelineFile } from '../../infra/config';
import { EXTRACTION_SERVICES } from './extraction';
import { synthesize } from './synthesized';
import type { Synthesized, Workflow } from './synthesized';
import { runWorkflow } from './workflow';
import type { Handlers, Run, RunOptions } from './workflow';

/** The stack, and the workflow that is the pipeline. */
export interface Pipeline extends Workflow {
  readonly stack: Synthesized;
}

export function pipelineOf(changes: Partial<PipelineFile> = {}): Pipeline {
  const stack = synthesize(changes);
  return { stack, ...stack.workflow(DEFINITION_FILE, 'StateMachine') };
}

export function evaluationReport(auc: unknown): { Body: string } {
  return {
    Body: JSON.stringify({ binary_classification_metrics: { auc: { value: auc, standard_deviation: 'NaN' } } }),
  };
}

/** Services that always answer well; each test replaces what it is about. */
const SERVICES: Handlers = {
  ...EXTRACTION_SERVICES,
  PrepareData: ({ ProcessingJobName }) => ({ ProcessingJobArn: `arn:processing-job/${String(ProcessingJobName)}` }),
  TrainModel: ({ TrainingJobName, OutputDataConfig }) => ({
    TrainingJobArn: `arn:training-job/${String(TrainingJobName)}`,
    ModelArtifacts: {
      S3ModelArtifacts: `${(OutputDataConfig as { S3OutputPath: string }).S3OutputPath}/${String(TrainingJobName)}/output/model.tar.gz`,
    },
  }),
  EvaluateModel: ({ ProcessingJobName }) => ({ ProcessingJobArn: `arn:processing-job/${String(ProcessingJobName)}` }),
  ReadEvaluation: () => evaluationReport(0.93),
  RegisterModel: ({ ModelPackageGroupName }) => ({
    ModelPackageArn: `arn:model-package/${String(ModelPackageGroupName)}/1`,
  }),
  AwaitApproval: () => ({ status: 'Approved' }),
  ReadDecision: () => ({ ModelApprovalStatus: 'PendingManualApproval' }),
  NotifyRejection: () => ({ MessageId: '3' }),
  NotifyUndecided: () => ({ MessageId: '4' }),
  NotifyThresholdMissed: () => ({ MessageId: '1' }),
  NotifyFailure: () => ({ MessageId: '2' }),
};

/** Execute the pipeline on this computer, with services that answer well where the test brings none of its own. */
export function runPipeline(pipeline: Pipeline, options: Partial<RunOptions> = {}): Promise<Run> {
  return runWorkflow(pipeline, { ...options, handlers: { ...SERVICES, ...options.handlers } });
}
