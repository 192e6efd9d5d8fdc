/** The pipeline as it is deployed: the compiled definition, filled in. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fillIn, readDefinition, stepsOf } from '../infra/definition';
import { knownSteps } from '../infra/pipeline';
import { ACCOUNT, synthesize } from './support/synthesized';
import type { Synthesized } from './support/synthesized';

const stack = synthesize();

function deployed(of: Synthesized): { id: string; body: string; properties: Record<string, unknown> } {
  const { id, properties } = of.only('AWS::SageMaker::Pipeline');
  const { PipelineDefinitionBody } = properties.PipelineDefinition as { PipelineDefinitionBody: string };
  return { id, properties, body: PipelineDefinitionBody };
}

test('nothing stays open in the definition, and it is still the compiled one', () => {
  const { body, properties } = deployed(stack);
  assert.ok(!body.includes('${'), body);
  assert.deepEqual(
    stepsOf(body).map(({ Name, Type }) => [Name, Type]),
    stepsOf(readDefinition()).map(({ Name, Type }) => [Name, Type]),
  );
  assert.equal(properties.PipelineName, stack.config.id);
});

test('the jobs run as the role of the jobs, with the scripts that are uploaded, and register in the group of this pipeline', () => {
  const { body } = deployed(stack);
  const jobRole = stack.only('AWS::IAM::Role', 'JobRole').id;
  assert.ok(body.includes(`"RoleArn":"arn:aws:iam::${ACCOUNT}:role/${jobRole.toLowerCase()}"`), body);
  const prefixes = Object.values(stack.template.findResources('Custom::CDKBucketDeployment')).map(
    ({ Properties }) => (Properties as { DestinationBucketKeyPrefix: string }).DestinationBucketKeyPrefix,
  );
  const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
  const code = [...body.matchAll(/"s3:\/\/([^/"]+)\/(code\/[^"]+\/)[^"/]*"/g)];
  assert.ok(code.length >= 3);
  for (const [, name, prefix] of code) {
    assert.equal(name, bucket);
    assert.ok(prefixes.includes(prefix!), prefix);
  }
  for (const step of stepsOf(body).filter(({ Type }) => Type === 'RegisterModel')) {
    assert.equal(step.Arguments.ModelPackageGroupName, stack.only('AWS::SageMaker::ModelPackageGroup').properties.ModelPackageGroupName);
  }
});

test('the pipeline comes after its scripts, its permissions and its model package group', () => {
  const { DependsOn = [] } = stack.resources[deployed(stack).id]!;
  const code = Object.keys(stack.template.findResources('Custom::CDKBucketDeployment')).filter(id =>
    /^Storage(Prepare|Train|Evaluate)Code/.test(id),
  );
  assert.equal(code.length, 3);
  for (const id of [...code, stack.only('AWS::IAM::Policy', 'PipelineRole').id, stack.only('AWS::SageMaker::ModelPackageGroup').id]) {
    assert.ok(DependsOn.includes(id), id);
  }
});

test('the pipelines of two environments share nothing that one of them could change', () => {
  const environments = [{ name: 'dev', account: ACCOUNT }];
  const dev = synthesize({ environments });
  const { body, properties } = deployed(dev);
  assert.equal(properties.PipelineName, `${stack.config.name}-dev`);
  for (const { Arguments } of stepsOf(body)) {
    const { Tags, ModelPackageGroupName } = Arguments as { Tags?: { Value: string }[]; ModelPackageGroupName?: string };
    if (Tags !== undefined) assert.deepEqual(Tags.map(({ Value }) => Value), [dev.config.id]);
    if (ModelPackageGroupName !== undefined) assert.equal(ModelPackageGroupName, dev.config.id);
  }
});

test('the description is one line, whatever was typed', () => {
  const { properties } = deployed(synthesize({ description: ' Two\r\nlines,\u2028a\ttab \u0007 and é ' }));
  assert.equal(properties.PipelineDescription, 'Two lines, a tab and é');
});

test('only SageMaker may take the role of the pipeline, and only for this account', () => {
  const { properties } = stack.only('AWS::IAM::Role', 'PipelineRole');
  assert.deepEqual((properties.AssumeRolePolicyDocument as { Statement: unknown[] }).Statement, [
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'sagemaker.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
    },
  ]);
});

test('a placeholder without a value, and a value without a place, stop the synthesis', () => {
  assert.throws(() => fillIn('"${Unknown}"', {}), /nothing is filled in for \$\{Unknown\}/);
  assert.throws(() => fillIn('"${Known}"', { Known: '1', Other: '2' }), /no place for Other/);
});

test('a step of a type that nobody has thought of stops the synthesis', () => {
  const definition = JSON.stringify({ Steps: [{ Name: 'Ask', Type: 'Lambda', Arguments: {} }] });
  assert.throws(() => knownSteps(definition, ['Processing']), /what a step of type Lambda may do/);
});
