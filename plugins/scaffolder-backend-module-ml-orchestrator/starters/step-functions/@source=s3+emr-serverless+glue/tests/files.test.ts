/** The data is files: which of them a run reads, and what starts one when a file arrives. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dataReadBy } from './support/extraction';
import { pipelineOf, runPipeline } from './support/pipeline';
import { SEGMENTS } from './support/stacks';
import { synthesize, synthesizeOthers } from './support/synthesized';

const pipeline = pipelineOf();
const bucketUri = `s3://${pipeline.substitutions.BucketName}`;

for (const [what, input, read] of [
  ['all files, unless it is told otherwise', {}, 'data/'],
  ['other files where its input asks for that', { inputPrefix: 'data/2026-11/' }, 'data/2026-11/'],
  ['the file that arrived, and no other', { inputPrefix: 'data/incoming/a.csv' }, 'data/incoming/a.csv'],
] as const) {
  test(`a run reads ${what}`, async () => {
    const run = await runPipeline(pipeline, { input });
    assert.equal(run.status, 'SUCCEEDED');
    assert.equal(dataReadBy(run), `${bucketUri}/${read}`);
  });
}

for (const inputPrefix of ['executions/', '../data/', 7]) {
  test(`the prefix ${inputPrefix} is refused before any job starts`, async () => {
    const run = await runPipeline(pipeline, { input: { inputPrefix } });
    assert.equal(run.error, 'InvalidInput');
    assert.match(String(run.cause), /inputPrefix a text that starts with data\//);
    assert.deepEqual(
      run.calls.map(call => call.state),
      ['NotifyFailure'],
    );
  });
}

test('a CSV file that arrives starts a run on that file when it should, and only then', () => {
  const eager = synthesize({ startOnData: true });
  const bucket = eager.only('AWS::S3::Bucket', 'StorageArtifacts');
  assert.deepEqual(bucket.properties.NotificationConfiguration, {
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  const rule = eager.only('AWS::Events::Rule', 'DataArrival').properties;
  assert.equal(rule.State, 'ENABLED');
  assert.deepEqual(rule.EventPattern, {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: {
      bucket: { name: [eager.resolve({ Ref: bucket.id })] },
      object: { key: [{ wildcard: 'data/incoming/*.csv' }] },
    },
  });
  const [target, ...others] = rule.Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
  assert.ok(target && others.length === 0);
  assert.ok(target.Arn.endsWith(`:stateMachine:${eager.config.id}`), target.Arn);
  assert.deepEqual(target.InputTransformer, {
    InputPathsMap: { 'detail-object-key': '$.detail.object.key' },
    InputTemplate: '{"inputPrefix":<detail-object-key>}',
  });
  const role = eager.statementsOf('StateMachineEventsRole');
  assert.deepEqual(
    role.map(({ Action, Resource }) => [Action, Resource]),
    [[['states:StartExecution'], [target.Arn]]],
  );
  const patient = synthesize({ startOnData: false });
  assert.throws(() => patient.only('AWS::Events::Rule', 'DataArrival'), /found 0/);
  assert.equal(patient.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration, undefined);
});

test('where there are segments, a CSV file that arrives starts a run for its own segment, on that file', () => {
  const segmented = synthesizeOthers({ startOnData: true }).segments!;
  for (const { name, inputPrefix, metricThreshold } of SEGMENTS) {
    const { EventPattern, Targets } = segmented.only('AWS::Events::Rule', `DataArrival${name}`).properties as {
      EventPattern: { detail: { object: unknown } };
      Targets: { Arn: string; InputTransformer: { InputTemplate: string } }[];
    };
    assert.deepEqual(EventPattern.detail.object, { key: [{ wildcard: `${inputPrefix}incoming/*.csv` }] });
    const [target] = Targets;
    assert.ok(target && target.Arn.endsWith(`:stateMachine:${segmented.config.id}-segments`));
    const input = target.InputTransformer.InputTemplate.replace('<detail-object-key>', '"the/key.csv"');
    assert.deepEqual(JSON.parse(input), { segments: [{ name, inputPrefix: 'the/key.csv', metricThreshold }] });
  }
});
