/** What gets deployed for every pipeline, whatever runs it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { fits, modelEvent } from './support/events';
import { allows, denied } from './support/iam';
import { ACCOUNT, EVERYTHING, synthesize } from './support/synthesized';
import type { Properties, Synthesized } from './support/synthesized';

const stack = synthesize();
const { template, config } = stack;
const slack = { workspaceId: 'T0ABC', channelId: 'C0ABC' };

test('all buckets are private, encrypted and reached over TLS only', () => {
  template.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: Match.anyValue(),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  template.resourcePropertiesCountIs(
    'AWS::S3::BucketPolicy',
    {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    },
    Object.keys(template.findResources('AWS::S3::Bucket')).length,
  );
});

test('the bucket of the pipeline keeps versions and an access log, and outlives the stack', () => {
  const { id, properties } = stack.only('AWS::S3::Bucket', 'StorageArtifacts');
  assert.deepEqual(properties.VersioningConfiguration, { Status: 'Enabled' });
  assert.ok(properties.LoggingConfiguration);
  assert.match(stack.resources[id]!.DeletionPolicy ?? '', /^Retain/);
});

test('the step scripts and the data are uploaded, and nothing that is there is deleted', () => {
  const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id;
  const deployments = Object.values(template.findResources('Custom::CDKBucketDeployment')).map(
    ({ Properties }) =>
      Properties as { DestinationBucketName: unknown; DestinationBucketKeyPrefix: string; Prune: boolean },
  );
  const ours = deployments.filter(
    ({ DestinationBucketName: name }) => JSON.stringify(name) === JSON.stringify({ Ref: bucket }),
  );
  const prefixes = ours.map(({ DestinationBucketKeyPrefix: prefix }) => prefix.replace(/[0-9a-f]{16}/, '<hash>'));
  assert.deepEqual([...new Set(prefixes)].sort(), ['code/<hash>/', 'data/']);
  assert.ok(ours.every(({ Prune }) => !Prune));
});

test('models go to a group of their own, which outlives the stack', () => {
  const { id, properties } = stack.only('AWS::SageMaker::ModelPackageGroup');
  assert.equal(properties.ModelPackageGroupName, config.id);
  assert.match(stack.resources[id]!.DeletionPolicy ?? '', /^Retain/);
});

/** Who may publish to the topic and use its key for that, of the services that do it in the name of this account. */
function publishers(of: Synthesized): string[] {
  const services = (type: string, document: string): Set<string> =>
    new Set(
      (
        of.only(type).properties[document] as { Statement: { Principal: { Service?: string | string[] } }[] }
      ).Statement.flatMap(({ Principal }) => Principal.Service ?? []),
    );
  const keyUsers = services('AWS::KMS::Key', 'KeyPolicy');
  return [...services('AWS::SNS::TopicPolicy', 'PolicyDocument')].filter(service => keyUsers.has(service)).sort();
}

for (const [form, changes, template] of [
  [
    'a line of text',
    { slack: null },
    /^"churn: model waits for approval: Version <detail-ModelPackageVersion> .*<detail-ModelPackageArn>"$/,
  ],
  [
    'the form that Slack shows',
    { slack },
    /^\{"version":"1.0","source":"custom","content":\{"textType":"client-markdown","title":"churn: model waits for approval","description":"Version <detail-ModelPackageVersion> .*"\}\}$/,
  ],
] as const) {
  test(`people are told of a model that waits for approval, in ${form}`, () => {
    const waiting = synthesize({ name: 'churn', ...changes });
    const { EventPattern, Targets } = waiting.only('AWS::Events::Rule', 'ModelRegistryPending').properties;
    const tells = (...event: Parameters<typeof modelEvent>): boolean => fits(EventPattern, modelEvent(...event));
    assert.ok(tells('churn', 'PendingManualApproval'));
    assert.ok(!tells('churn', 'PendingManualApproval', ['CustomerMetadataProperties']), 'nor again at each edit');
    assert.ok(!tells('churn', 'Approved') && !tells('another', 'PendingManualApproval'));
    const [target] = Targets as { Arn: string; RoleArn: string; InputTransformer: { InputTemplate: string } }[];
    const topic = waiting.resolve({ Ref: waiting.only('AWS::SNS::Topic').id });
    assert.equal(target?.Arn, topic);
    assert.match(target.InputTransformer.InputTemplate, template);
    const key = String(waiting.only('AWS::SNS::Topic').properties.KmsMasterKeyId);
    assert.deepEqual(
      denied(waiting.statementsOf('NotificationsRuleRole'), [
        { action: 'sns:Publish', resource: String(topic) },
        { action: 'kms:GenerateDataKey', resource: key },
        { action: 'kms:Decrypt', resource: key },
      ]),
      [],
    );
  });
}

test('services of AWS take the roles for this account only', () => {
  const services = ['events', 'sagemaker', 'emr-serverless', 'glue'].map(service => `${service}.amazonaws.com`);
  const everything = synthesize(EVERYTHING);
  const roles = Object.entries(everything.template.findResources('AWS::IAM::Role'))
    // CDK makes these for its targets, and trusts the service.
    .filter(([id]) => !/EventsRole[0-9A-F]{8}$/.test(id));
  let found = 0;
  for (const [id, { Properties }] of roles) {
    const { Statement } = everything.resolve((Properties as Properties).AssumeRolePolicyDocument) as unknown as {
      Statement: { Principal: { Service?: string }; Condition?: unknown }[];
    };
    for (const { Principal, Condition } of Statement) {
      if (!services.includes(Principal.Service ?? '')) continue;
      found += 1;
      assert.deepEqual(Condition, { StringEquals: { 'aws:SourceAccount': ACCOUNT } }, id);
    }
  }
  assert.ok(found > 1);
});

test('messages are encrypted, and the alarms may send them', () => {
  const topic = stack.only('AWS::SNS::Topic');
  assert.ok(topic.properties.KmsMasterKeyId);
  template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  assert.ok(publishers(stack).includes('cloudwatch.amazonaws.com'));
  // With everything on: a stack that serves nothing and starts by hand may have no alarm at all.
  synthesize(EVERYTHING).template.allResourcesProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: topic.id }],
  });
});

test('an alarm tells of what EventBridge gives up, for each rule and each schedule that starts something', () => {
  const eager = synthesize({ ...EVERYTHING, serving: 'endpoint' });
  const all = (type: string): [string, Properties][] =>
    Object.entries(eager.template.findResources(type)).map(([id, { Properties }]) => [
      id.toLowerCase(),
      eager.resolve(Properties) as Properties,
    ]);
  const watched = all('AWS::CloudWatch::Alarm').map(([, { MetricName, Dimensions }]) => {
    const [{ Value } = { Value: '' }] = (Dimensions ?? []) as { Value: string }[];
    return `${String(MetricName)} ${Value}`;
  });
  const starters = all('AWS::Events::Rule').filter(([, { Targets }]) =>
    (Targets as { Arn: string }[]).some(({ Arn }) => /:stateMachine:|:pipeline\//.test(Arn)),
  );
  assert.ok(starters.length > 0);
  const schedules = all('AWS::Scheduler::Schedule');
  for (const needed of [
    ...starters.map(([rule]) => `FailedInvocations ${rule}`),
    ...schedules.map(([, { GroupName }]) => `InvocationDroppedCount ${String(GroupName)}`),
  ]) {
    assert.ok(watched.includes(needed), `${needed} is not watched`);
  }
  for (const [, { Target }] of schedules) {
    const { RetryPolicy } = Target as { RetryPolicy?: { MaximumEventAgeInSeconds?: number } };
    assert.ok((RetryPolicy?.MaximumEventAgeInSeconds ?? 86400) <= 7200, 'a run that starts hours late would surprise');
  }
});

test('an e-mail address is subscribed when one is configured, and only then', () => {
  const withEmail = synthesize({ notificationEmail: 'ml-alerts@example.com' }).template;
  withEmail.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ml-alerts@example.com' });
  synthesize({ notificationEmail: null }).template.resourceCountIs('AWS::SNS::Subscription', 0);
});

test('a Slack channel shows the messages when one is configured, and only then; nobody can act from it', () => {
  const withSlack = synthesize({ slack });
  const { properties } = withSlack.only('AWS::Chatbot::SlackChannelConfiguration');
  assert.equal(properties.SlackWorkspaceId, 'T0ABC');
  assert.equal(properties.SlackChannelId, 'C0ABC');
  assert.deepEqual(properties.SnsTopicArns, [withSlack.resolve({ Ref: withSlack.only('AWS::SNS::Topic').id })]);
  assert.deepEqual(properties.GuardrailPolicies, ['arn:aws:iam::aws:policy/AWSDenyAll']);
  synthesize({ slack: null }).template.resourceCountIs('AWS::Chatbot::SlackChannelConfiguration', 0);
});

test('costs that near the monthly budget are told when there is one, and only then', () => {
  const limited = synthesize({ monthlyBudget: 200 });
  const { Budget, NotificationsWithSubscribers } = limited.only('AWS::Budgets::Budget').properties as {
    Budget: Record<string, unknown>;
    NotificationsWithSubscribers: { Notification: Record<string, unknown>; Subscribers: unknown }[];
  };
  assert.deepEqual(Budget.BudgetLimit, { Amount: 200, Unit: 'USD' });
  assert.deepEqual(Budget.CostFilters, { TagKeyValue: [`user:ml-pipeline$${config.id}`] });
  const topicArn = limited.resolve({ Ref: limited.only('AWS::SNS::Topic').id });
  for (const { Subscribers } of NotificationsWithSubscribers) {
    assert.deepEqual(Subscribers, [{ SubscriptionType: 'SNS', Address: topicArn }]);
  }
  assert.ok(publishers(limited).includes('budgets.amazonaws.com'));
  const unlimited = synthesize({ monthlyBudget: null });
  unlimited.template.resourceCountIs('AWS::Budgets::Budget', 0);
  assert.ok(!publishers(unlimited).includes('budgets.amazonaws.com'));
});

test('the jobs may pull the images that are configured, and no others', () => {
  const account = '999988887777';
  const images = ['training', 'inference'].map(
    name => `${account}.dkr.ecr.${config.region}.amazonaws.com/our-${name}:1`,
  );
  const [trainingImage = '', inferenceImage = ''] = images;
  const statements = synthesize({ trainingImage, inferenceImage }).statementsOf('JobRole');
  const pull = (repository: string): boolean =>
    allows(statements, {
      action: 'ecr:BatchGetImage',
      resource: `arn:aws:ecr:${config.region}:${account}:repository/${repository}`,
    });
  assert.deepEqual(['our-training', 'our-inference', 'another'].map(pull), [true, true, false]);
});

test('everything that costs can be told apart by its tag', () => {
  const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').properties;
  assert.ok(
    (bucket.Tags as { Key: string; Value: string }[]).some(
      ({ Key, Value }) => Key === 'ml-pipeline' && Value === config.id,
    ),
  );
});

test('an environment has names of its own, and belongs to its account', () => {
  const dev = synthesize({ environments: [{ name: 'dev', account: ACCOUNT }] });
  assert.equal(dev.config.id, `${config.name}-dev`);
  assert.equal(dev.only('AWS::SageMaker::ModelPackageGroup').properties.ModelPackageGroupName, dev.config.id);
  assert.ok(JSON.stringify(dev.statementsOf('JobRole')).includes(`:${ACCOUNT}:`));
});
