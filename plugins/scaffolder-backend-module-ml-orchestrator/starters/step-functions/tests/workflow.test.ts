/** The whole state machine, executed on this computer along every path it can take. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EXTRACTION, EXTRACTION_RETRIED, EXTRACTION_SERVICES } from './support/extraction';
import { evaluationReport, pipelineOf, runPipeline } from './support/pipeline';
import { ACCOUNT } from './support/synthesized';
import { callsOf, sent, serviceError } from './support/workflow';
import type { Handlers, Run, RunOptions } from './support/workflow';

// A threshold of the tests' own: they must hold for whatever this repository is configured with.
const pipeline = pipelineOf({ metricThreshold: 0.8, autoApproveThreshold: null });
const trusting = pipelineOf({ metricThreshold: 0.8, autoApproveThreshold: 0.9 });
const { stack, definition, substitutions } = pipeline;
const everVisited = new Set<string>();

async function run(options: Partial<RunOptions> = {}, by = pipeline): Promise<Run> {
  const result = await runPipeline(by, options);
  result.visited.forEach(state => everVisited.add(state));
  return result;
}

const JOBS = ['PrepareData', 'TrainModel', 'EvaluateModel'];
const UNTIL_GATE = ['SetDefaults', 'StartRun', 'CheckSettings', ...EXTRACTION, ...JOBS, 'ReadEvaluation', 'CheckThreshold'];

/** Fails the first `times` calls with this error, then answers. */
function failing(times: number, error: Error, answer: unknown): () => unknown {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw error;
    return answer;
  };
}

/** The message that people got by mail, whole. Slack gets its title and the link as well, in the only form that it shows. */
function messageOf(result: Run, state: string): string {
  const [call, ...more] = callsOf(result, state);
  assert.ok(call && more.length === 0, `${state} should have been called once`);
  const { topic, subject, text, slack } = sent(call);
  assert.equal(topic, substitutions.TopicArn);
  // SNS refuses a subject that is longer.
  assert.ok(subject.length <= 100);
  const { content, ...envelope } = slack as { content: Record<string, string> };
  assert.deepEqual(envelope, { version: '1.0', source: 'custom' });
  assert.deepEqual(Object.keys(content).sort(), ['description', 'textType', 'title']);
  assert.equal(content.textType, 'client-markdown');
  assert.equal(content.title, subject);
  assert.ok(content.description?.includes('/states/home?region='), content.description);
  return `${subject}\n${text}`;
}

test('a model that reaches the threshold is registered for approval, with its metrics', async () => {
  const result = await run({ executionName: 'monthly_2026-11' });
  assert.equal(result.status, 'SUCCEEDED');
  assert.deepEqual(result.visited, [
    ...UNTIL_GATE,
    'ChooseApproval',
    'AskForApproval',
    'RegisterModel',
    'ChooseWait',
    'AwaitApproval',
    'ModelApproved',
  ]);

  const { parameters } = callsOf(result, 'RegisterModel')[0]!;
  const output = `s3://${substitutions.BucketName}/executions/monthly_2026-11`;
  assert.equal(parameters.ModelApprovalStatus, 'PendingManualApproval');
  assert.equal(parameters.ModelPackageGroupName, stack.config.id);
  assert.deepEqual(parameters.ModelMetrics, {
    ModelQuality: {
      Statistics: { ContentType: 'application/json', S3Uri: `${output}/evaluation/evaluation.json` },
    },
  });
  assert.deepEqual(parameters.CustomerMetadataProperties, {
    auc: '0.93',
    metricThreshold: String(stack.config.metricThreshold),
    segment: 'all',
  });
  const training = callsOf(result, 'TrainModel')[0]!.parameters;
  const { Containers } = parameters.InferenceSpecification as { Containers: { ModelDataUrl: string }[] };
  assert.equal(Containers[0]!.ModelDataUrl, `${output}/model/${String(training.TrainingJobName)}/output/model.tar.gz`);
  assert.match(String(parameters.ClientToken), /^[a-zA-Z0-9-]{1,36}$/);
});

test('the gate opens at exactly the threshold', async () => {
  const { metricThreshold } = stack.config;
  const result = await run({ handlers: { ReadEvaluation: () => evaluationReport(metricThreshold) } });
  assert.equal(result.visited.at(-1), 'ModelApproved');
});

test('just below the threshold nothing is registered, and people are told why', async () => {
  const auc = stack.config.metricThreshold - 0.0001;
  const result = await run({ handlers: { ReadEvaluation: () => evaluationReport(auc) } });
  assert.equal(result.status, 'SUCCEEDED');
  assert.deepEqual(result.visited, [
    ...UNTIL_GATE,
    'DescribeThresholdMissed',
    'NotifyThresholdMissed',
    'ModelNotRegistered',
  ]);
  assert.equal(callsOf(result, 'RegisterModel').length, 0);
  const message = messageOf(result, 'NotifyThresholdMissed');
  assert.ok(message.includes(stack.config.id) && message.includes(String(auc)), message);
  assert.ok(message.includes(`threshold of ${stack.config.metricThreshold},`), message);
  assert.ok(message.includes('/states/home?region='), message);
});

for (const [auc, status] of [
  [0.8, 'PendingManualApproval'],
  [0.8999, 'PendingManualApproval'],
  [0.9, 'Approved'],
  [1, 'Approved'],
] as const) {
  test(`with a threshold for approval of 0.9, a model with an AUC of ${auc} is registered as ${status}`, async () => {
    const result = await run({ handlers: { ReadEvaluation: () => evaluationReport(auc) } }, trusting);
    assert.equal(callsOf(result, 'RegisterModel')[0]!.parameters.ModelApprovalStatus, status);
    assert.equal(callsOf(result, 'AwaitApproval').length, status === 'Approved' ? 0 : 1);
    assert.equal(result.visited.at(-1), 'ModelApproved');
  });
}

test('the token of a run is left under the number that its model got, and names the run', async () => {
  const RegisterModel = (): unknown => ({ ModelPackageArn: 'arn:aws:sagemaker:eu-west-1:1:model-package/group/17' });
  const result = await run({ handlers: { RegisterModel }, executionName: 'one' });
  const { parameters } = callsOf(result, 'AwaitApproval')[0]!;
  assert.equal(parameters.Bucket, substitutions.BucketName);
  assert.equal(parameters.Key, 'approvals/17.json');
  const { taskToken, execution } = parameters.Body as { taskToken: string; execution: string };
  assert.equal(taskToken, 'token-of-one');
  assert.match(execution, /:execution:.*:one$/);
});

test('a run that was asked not to wait leaves the decision to the registry', async () => {
  const result = await run({ input: { waitForApproval: false } });
  assert.equal(result.status, 'SUCCEEDED');
  assert.deepEqual(result.visited.slice(-3), ['RegisterModel', 'ChooseWait', 'ModelRegistered']);
  assert.equal(callsOf(result, 'RegisterModel')[0]!.parameters.ModelApprovalStatus, 'PendingManualApproval');
});

const outOfTime = (): never => {
  throw serviceError('States.Timeout');
};

test('when nobody decides, the run ends as that, and people are told', async () => {
  const result = await run({ handlers: { AwaitApproval: outOfTime } });
  assert.equal(result.status, 'SUCCEEDED');
  assert.equal(callsOf(result, 'AwaitApproval').length, 1);
  assert.deepEqual(result.visited.slice(-5), [
    'ReadDecision',
    'CheckDecision',
    'DescribeUndecided',
    'NotifyUndecided',
    'ApprovalTimedOut',
  ]);
  assert.match(messageOf(result, 'NotifyUndecided'), /still not approved\nNobody .* version 1 in time/);
});

for (const [status, end] of [
  ['Approved', 'ModelApproved'],
  ['Rejected', 'ModelRejected'],
] as const) {
  test(`a decision whose event was lost is found in the registry at last: ${status}`, async () => {
    const ReadDecision = (): unknown => ({ ModelApprovalStatus: status });
    const result = await run({ handlers: { AwaitApproval: outOfTime, ReadDecision } });
    assert.equal(result.visited.at(-1), end);
    assert.equal(callsOf(result, 'NotifyRejection').length, status === 'Rejected' ? 1 : 0);
  });
}

test('a token that cannot be left fails the run: nobody could hand it back', async () => {
  const AwaitApproval = (): never => {
    throw serviceError('S3.S3Exception', 'Access Denied');
  };
  const result = await run({ handlers: { AwaitApproval } });
  assert.equal(result.error, 'S3.S3Exception');
  assert.ok(messageOf(result, 'NotifyFailure').includes('Access Denied'));
});

test('whoever starts a run cannot have its model approved', async () => {
  for (const by of [pipeline, trusting]) {
    const low = { ReadEvaluation: () => evaluationReport(0.85) };
    const result = await run({ handlers: low, input: { autoApproveThreshold: 0, approvalStatus: 'Approved' } }, by);
    assert.equal(callsOf(result, 'RegisterModel')[0]!.parameters.ModelApprovalStatus, 'PendingManualApproval');
  }
});

test('the input of an execution can ask for another threshold', async () => {
  const below = await run({ input: { metricThreshold: 0.95 } });
  assert.equal(below.visited.at(-1), 'ModelNotRegistered');
  const above = await run({ input: { metricThreshold: 0 }, handlers: { ReadEvaluation: () => evaluationReport(0.1) } });
  assert.equal(above.visited.at(-1), 'ModelApproved');
});

for (const input of [
  { metricThreshold: '0.9' },
  { metricThreshold: 80 },
  { metricThreshold: -0.1 },
  { metricThreshold: null },
  { waitForApproval: 'no' },
  { segment: 3 },
]) {
  test(`the input ${JSON.stringify(input)} is refused before any job starts`, async () => {
    const result = await run({ input });
    assert.equal(result.status, 'FAILED');
    assert.equal(result.error, 'InvalidInput');
    assert.deepEqual(
      result.calls.map(call => call.state),
      ['NotifyFailure'],
    );
  });
}

for (const [what, report] of [
  ['text', evaluationReport('0.93')],
  ['null', evaluationReport(null)],
  ['missing', { Body: '{"binary_classification_metrics": {}}' }],
] as const) {
  test(`an AUC that is ${what} fails the run and never registers`, async () => {
    const result = await run({ handlers: { ReadEvaluation: () => report } });
    assert.equal(result.error, 'InvalidEvaluation');
    assert.deepEqual(result.visited, [
      ...UNTIL_GATE,
      'RejectEvaluation',
      'DescribeFailure',
      'NotifyFailure',
      'PipelineFailed',
    ]);
  });
}

test('an evaluation that is not JSON fails the run', async () => {
  const result = await run({ handlers: { ReadEvaluation: () => ({ Body: '<html>' }) } });
  assert.equal(result.status, 'FAILED');
  assert.equal(callsOf(result, 'RegisterModel').length, 0);
});

test('throttled calls are repeated under the same job name, so no job runs twice', async () => {
  const throttled = serviceError('SageMaker.AmazonSageMakerException', 'Rate exceeded');
  const result = await run({
    handlers: { PrepareData: failing(3, throttled, { ProcessingJobArn: 'arn:processing-job/again' }) },
  });
  assert.equal(result.visited.at(-1), 'ModelApproved');
  const names = callsOf(result, 'PrepareData').map(call => call.parameters.ProcessingJobName);
  assert.equal(names.length, 4);
  assert.equal(new Set(names).size, 1);
});

const RETRIED: Record<string, string[]> = {
  ...EXTRACTION_RETRIED,
  PrepareData: ['SageMaker.AmazonSageMakerException', 'SageMaker.ResourceLimitExceededException'],
  TrainModel: ['SageMaker.AmazonSageMakerException', 'SageMaker.ResourceLimitExceededException'],
  EvaluateModel: ['SageMaker.AmazonSageMakerException', 'SageMaker.ResourceLimitExceededException'],
  ReadEvaluation: ['S3.S3Exception'],
  RegisterModel: ['SageMaker.SageMakerException'],
  AwaitApproval: ['S3.S3Exception'],
  ReadDecision: ['SageMaker.SageMakerException'],
  NotifyRejection: ['SNS.InternalErrorException'],
  NotifyUndecided: ['SNS.InternalErrorException'],
  NotifyThresholdMissed: ['SNS.InternalErrorException'],
};
const ANSWERS: Record<string, unknown> = {
  PrepareData: { ProcessingJobArn: 'arn:1' },
  TrainModel: { TrainingJobArn: 'arn:2', ModelArtifacts: { S3ModelArtifacts: 's3://bucket/model.tar.gz' } },
  EvaluateModel: { ProcessingJobArn: 'arn:3' },
  ReadEvaluation: evaluationReport(0.99),
  RegisterModel: { ModelPackageArn: 'arn:model-package/group/4' },
  AwaitApproval: { status: 'Approved' },
  ReadDecision: { ModelApprovalStatus: 'Approved' },
  NotifyRejection: { MessageId: '5' },
  NotifyUndecided: { MessageId: '6' },
  NotifyThresholdMissed: { MessageId: '7' },
};
const rejected = (): never => {
  throw serviceError('ModelRejected');
};
/** What else has to happen for a run to come to a state. */
const LEADS_TO: Record<string, Handlers> = {
  ReadDecision: { AwaitApproval: outOfTime },
  NotifyRejection: { AwaitApproval: rejected },
  NotifyUndecided: { AwaitApproval: outOfTime },
  NotifyThresholdMissed: { ReadEvaluation: () => evaluationReport(0) },
};
for (const [state, errors] of Object.entries(RETRIED)) {
  const before = LEADS_TO[state];
  for (const error of errors) {
    test(`${state} survives ${error}`, async () => {
      const handler = failing(2, serviceError(error), ANSWERS[state] ?? EXTRACTION_SERVICES[state]?.({}));
      const result = await run({ handlers: { ...before, [state]: handler } });
      assert.equal(result.status, 'SUCCEEDED');
      assert.equal(callsOf(result, state).length, 3);
    });

    test(`${state} gives up when ${error} does not end`, async () => {
      const handler = (): never => {
        throw serviceError(error, 'still broken');
      };
      const result = await run({ handlers: { ...before, [state]: handler } });
      assert.equal(result.status, 'FAILED');
      assert.equal(result.error, error);
      assert.ok(callsOf(result, state).length <= 6);
      assert.deepEqual(result.visited.slice(-2), ['NotifyFailure', 'PipelineFailed']);
      const message = messageOf(result, 'NotifyFailure');
      assert.ok(message.includes(error) && message.includes('still broken'), message);
    });
  }
}

for (const state of JOBS) {
  test(`a failed job in ${state} is not repeated; people are told and the run fails`, async () => {
    const failure = serviceError('States.TaskFailed', 'AlgorithmError: exit code 1');
    const handler = (): never => {
      throw failure;
    };
    const result = await run({ handlers: { [state]: handler } });
    assert.equal(callsOf(result, state).length, 1);
    assert.equal(result.error, 'States.TaskFailed');
    assert.ok(String(result.cause).includes('AlgorithmError'));
    assert.deepEqual(result.visited.slice(-3), ['DescribeFailure', 'NotifyFailure', 'PipelineFailed']);
    assert.ok(messageOf(result, 'NotifyFailure').includes('AlgorithmError'));
  });
}

test('a missing evaluation is not waited for', async () => {
  const missing = (): never => {
    throw serviceError('S3.NoSuchKeyException');
  };
  const result = await run({ handlers: { ReadEvaluation: missing } });
  assert.equal(callsOf(result, 'ReadEvaluation').length, 1);
  assert.equal(result.error, 'S3.NoSuchKeyException');
});

test('when even the failure message fails, the run still ends with the first error', async () => {
  const broken = (name: string) => (): never => {
    throw serviceError(name);
  };
  const result = await run({
    handlers: { TrainModel: broken('States.TaskFailed'), NotifyFailure: broken('SNS.InternalErrorException') },
  });
  assert.equal(result.status, 'FAILED');
  assert.equal(result.error, 'States.TaskFailed');
  assert.equal(result.visited.at(-1), 'PipelineFailed');
});

const environments = [{ name: 'longname', account: ACCOUNT }];
for (const executionName of ['a', 'x'.repeat(80), '5c1d2f0e-7a66-4a0c-9f6b-0f1f9d2f5a31_9f6b']) {
  test(`job names are valid for the execution name ${executionName.slice(0, 12)}… and the longest pipeline name`, async () => {
    const long = pipelineOf({ name: `a${'-long'.repeat(7)}-nam`, environments });
    const result = await runPipeline(long, { executionName });
    assert.equal(result.status, 'SUCCEEDED');
    for (const { parameters } of result.calls) {
      const name = parameters.ProcessingJobName ?? parameters.TrainingJobName;
      if (name !== undefined) assert.match(String(name), /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
    }
  });
}

test('two executions share no job name, no client token and no output', async () => {
  const [first, second] = await Promise.all(['one', 'two'].map(executionName => run({ executionName })));
  for (const state of [...JOBS, 'RegisterModel']) {
    const key = { TrainModel: 'TrainingJobName', RegisterModel: 'ClientToken' }[state] ?? 'ProcessingJobName';
    const [one, two] = [first, second].map(result => callsOf(result!, state)[0]!.parameters[key]);
    assert.ok(one !== undefined && one !== two, state);
  }
  assert.ok(!JSON.stringify(first!.calls).includes('executions/two'));
});

test('the tests above entered every state of the workflow', () => {
  assert.deepEqual([...everVisited].sort(), Object.keys(definition.States).sort());
});
