/** The workflow that scores files with an approved version, executed on this computer along every path. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alreadyDone } from './support/fake-sagemaker';
import { broken, Served, servingOf, toldBy } from './support/serving';
import { callsOf, serviceError } from './support/workflow';
import type { Run } from './support/workflow';

const workflow = servingOf('batch');
const { JobPrefix = '', BucketName = '' } = workflow.substitutions;
const everVisited = new Set<string>();
const told = (run: Run): string[] => toldBy(workflow, run, 'Notify');

function newServed(): Served {
  const served = new Served(workflow, everVisited);
  served.aws.files.push('serving/input/', 'serving/input/customers.csv', 'data/customers.csv');
  return served;
}

test('a version that is approved scores the input, from the registered model, and leaves no model behind', async () => {
  const served = newServed();
  const run = await served.deploy(3);
  assert.equal(run.visited.at(-1), 'Done');
  assert.deepEqual(callsOf(run, 'CreateModel')[0]!.parameters.PrimaryContainer, {
    ModelPackageName: `${workflow.substitutions.ModelPackageArn}/3`,
  });
  const { TransformInput, TransformOutput, SplitType } = callsOf(run, 'ScoreInput')[0]!.parameters as Record<
    string,
    object
  >;
  assert.ok(JSON.stringify(TransformInput).includes(`"s3://${BucketName}/serving/input/"`));
  assert.deepEqual(TransformOutput, {
    S3OutputPath: `s3://${BucketName}/serving/output/3/approval`,
    Accept: 'text/csv',
  });
  // The model finds its columns by the header line, so a file must not be torn apart.
  assert.equal(SplitType, undefined);
  assert.equal(served.aws.models.size, 0);
  const [message, ...more] = told(run);
  assert.ok(message?.includes('serving/output/3/approval') && more.length === 0, message);
});

test('what costs carries the tag that costs are told apart by', async () => {
  const run = await newServed().deploy(3);
  for (const state of ['CreateModel', 'ScoreInput']) {
    const tag = { Key: 'ml-pipeline', Value: workflow.stack.config.id };
    assert.deepEqual(callsOf(run, state)[0]!.parameters.Tags, [tag]);
  }
});

test('without a file to score, people are told and no job is started', async () => {
  const served = newServed();
  served.aws.files.splice(1);
  const run = await served.deploy(3);
  assert.equal(run.status, 'SUCCEEDED');
  assert.equal(callsOf(run, 'ScoreInput').length, 0);
  assert.ok(told(run)[0]?.includes('nothing to score'));
});

test('an approval that is announced again starts no second job, leaves no model and says nothing', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.deploy(3);
  assert.equal(run.visited.at(-1), 'ScoredByAnother');
  assert.equal(served.aws.jobs.size, 1);
  assert.equal(served.aws.models.size, 0);
  assert.deepEqual(told(run), []);
});

test('an execution that comes second leaves the model to the job that runs', async () => {
  const served = newServed();
  const first = `${JobPrefix}-v3-approval`;
  served.aws.jobs.set(first, 'InProgress');
  served.aws.models.add(first);
  const run = await served.deploy(3);
  assert.equal(run.visited.at(-1), 'ScoredByAnother');
  assert.deepEqual([...served.aws.models], [first]);
  assert.deepEqual(told(run), []);
});

test('a version scores again when somebody names another run', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.run({ action: 'deploy', version: 3, run: '2026-12' });
  assert.equal(run.visited.at(-1), 'Done');
  assert.deepEqual([...served.aws.jobs.keys()], [`${JobPrefix}-v3-approval`, `${JobPrefix}-v3-2026-12`]);
});

test('a job that fails is not repeated; people are told why, and the model goes', async () => {
  const served = newServed();
  served.aws.outcome = 'failed';
  const run = await served.deploy(3);
  assert.equal(run.error, 'States.TaskFailed');
  assert.equal(callsOf(run, 'ScoreInput').length, 1);
  assert.ok(told(run)[0]?.includes('no such column'));
  assert.equal(served.aws.models.size, 0);
  // The name of that run is used up, which is told as well.
  served.aws.outcome = 'in service';
  assert.equal((await served.deploy(3)).error, 'SageMaker.ResourceInUseException');
});

test('a job that takes too long keeps its model', async () => {
  const served = newServed();
  const run = await served.deploy(3, {
    ScoreInput: () => {
      throw serviceError('States.Timeout');
    },
  });
  assert.equal(run.error, 'States.Timeout');
  assert.equal(served.aws.models.size, 1);
});

test('a call that starts no job is told with its reason', async () => {
  const run = await newServed().deploy(3, { ScoreInput: broken });
  assert.equal(run.cause, 'something else');
  assert.ok(run.visited.includes('KeepFailure'));
});

test('the model may be there already; one that cannot be made is told with the reason', async () => {
  const served = newServed();
  const again = await served.deploy(3, { CreateModel: alreadyDone(served.handler('CreateModel')) });
  assert.equal(again.visited.at(-1), 'Done');
  assert.equal((await newServed().deploy(3, { CreateModel: broken })).cause, 'something else');
});

test('a model that cannot be deleted stops nobody', async () => {
  assert.equal((await newServed().deploy(3, { DeleteModel: broken })).visited.at(-1), 'Done');
});

test('only an approved and complete version scores, whoever starts the execution', async () => {
  const served = newServed();
  served.aws.packages.set('3', { approval: 'PendingManualApproval', status: 'Completed' });
  assert.equal((await served.run({ action: 'deploy', version: 3 })).error, 'NotApproved');
  served.aws.approve(4, 'InProgress');
  const run = await served.run({ action: 'deploy', version: 4 });
  assert.ok(run.visited.includes('WaitForModelPackage'));
  assert.equal(run.visited.at(-1), 'Done');
});

test('a teardown has nothing to remove', async () => {
  const run = await newServed().run({ action: 'teardown' });
  assert.equal(run.status, 'SUCCEEDED');
  assert.deepEqual(run.calls, []);
});

for (const input of [{}, { action: 'deploy' }, { action: 'deploy', version: 3, run: 7 }, { action: 'remove' }]) {
  test(`the input ${JSON.stringify(input)} is refused`, async () => {
    const run = await newServed().run(input);
    assert.equal(run.error, 'InvalidInput');
    assert.deepEqual(
      run.calls.map(({ state }) => state),
      ['NotifyFailure'],
    );
  });
}

test('job names are valid for the longest pipeline name and a run that is named by a UUID', async () => {
  const name = `a${'-long'.repeat(7)}-nam`;
  const long = servingOf('batch', { name, environments: [{ name: 'longname', account: '111122223333' }] });
  const served = new Served(long);
  served.aws.files.push('serving/input/customers.csv');
  served.aws.approve(123456);
  const run = await served.run({ action: 'deploy', version: 123456, run: '5c1d2f0e-7a66-4a0c-9f6b-0f1f9d2f5a31' });
  assert.match(
    String(callsOf(run, 'ScoreInput')[0]!.parameters.TransformJobName),
    /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
  );
});

test('the tests above entered every state of the workflow', () => {
  assert.deepEqual([...everVisited].sort(), Object.keys(workflow.definition.States).sort());
});
