/** The MWAA environment that this app makes where it is asked to. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';

import { CLASSES, readAirflowFile } from '../infra/airflow-config';
import { configsOf, readPipelineFile, ROOT } from '../infra/config';
import { PipelineStack } from '../infra/pipeline-stack';
import { FILES_ARRIVE } from '../infra/source';
import { ENCRYPTED, stacksFor } from './support/airflow';
import { newApp, synthesizeOthers } from './support/synthesized';

const account = '111122223333';
const pipeline = { name: 'example-pipeline', region: 'eu-west-1', environments: [{ name: 'dev', account }] };
const airflow = stacksFor({ environment: 'mw1.small', version: '3.2.1', webServer: 'PUBLIC_ONLY' }, pipeline).airflow!;
const [environment] = Object.values(airflow.findResources('AWS::MWAA::Environment'));
const properties = environment!.Properties as Record<string, unknown>;
const statements = synthesizeOthers(pipeline).environment!.identityStatements;

test('nothing is made where the environment is there already', () => {
  assert.equal(stacksFor({ environment: 'existing' }, pipeline).airflow, undefined);
});

for (const environmentClass of CLASSES) {
  test(`an environment of class ${environmentClass} is of the version that the tests run`, () => {
    const made = stacksFor({ environment: environmentClass, version: '3.0.6' }, pipeline).airflow!;
    made.hasResourceProperties('AWS::MWAA::Environment', {
      Name: 'example-pipeline-dev',
      EnvironmentClass: environmentClass,
      AirflowVersion: '3.0.6',
      // The smallest class cannot grow.
      MaxWorkers: environmentClass === 'mw1.micro' ? 1 : 5,
      Schedulers: environmentClass === 'mw1.micro' ? 1 : Match.absent(),
    });
  });
}

for (const webServer of ['PUBLIC_ONLY', 'PRIVATE_ONLY'] as const) {
  test(`its web server can be ${webServer}`, () => {
    stacksFor({ environment: 'mw1.small', webServer }, pipeline).airflow!.hasResourceProperties(
      'AWS::MWAA::Environment',
      {
        WebserverAccessMode: webServer,
      },
    );
  });
}

test('it is in two zones, in subnets without public addresses, and only its own parts reach it', () => {
  const { SubnetIds, SecurityGroupIds } = properties.NetworkConfiguration as Record<string, { Ref?: string }[]>;
  const subnets = airflow.findResources('AWS::EC2::Subnet');
  const chosen = SubnetIds!.map(({ Ref }) => subnets[Ref!]!.Properties as Record<string, unknown>);
  assert.equal(new Set(chosen.map(subnet => JSON.stringify(subnet.AvailabilityZone))).size, 2);
  assert.ok(chosen.every(subnet => subnet.MapPublicIpOnLaunch === false));
  assert.equal(SecurityGroupIds!.length, 1);
  const groups = Object.values(airflow.findResources('AWS::EC2::SecurityGroup'));
  assert.deepEqual(
    groups.map(({ Properties }) => Properties.SecurityGroupIngress as unknown),
    [undefined],
  );
  const [rule, ...more] = Object.values(airflow.findResources('AWS::EC2::SecurityGroupIngress'));
  assert.equal(more.length, 0);
  assert.deepEqual(rule!.Properties.SourceSecurityGroupId, rule!.Properties.GroupId);
});

test('one gateway leads outside, and S3 is reached without it', () => {
  airflow.resourceCountIs('AWS::EC2::NatGateway', 1);
  airflow.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' });
  airflow.resourceCountIs('AWS::EC2::FlowLog', 1);
});

test('its bucket is as MWAA wants it - private, and with versions - and outlives the stack', () => {
  const buckets = airflow.findResources('AWS::S3::Bucket', {
    Properties: { VersioningConfiguration: { Status: 'Enabled' } },
  });
  const [source, ...more] = Object.entries(buckets);
  assert.equal(more.length, 0);
  assert.deepEqual(properties.SourceBucketArn, { 'Fn::GetAtt': [source![0], 'Arn'] });
  assert.match(String(source![1].DeletionPolicy), /^Retain/);
  airflow.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: Match.anyValue(),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
});

test('all of its logs are written', () => {
  const logs = Object.values(properties.LoggingConfiguration as Record<string, { Enabled: boolean }>);
  assert.equal(logs.length, 5);
  assert.ok(logs.every(({ Enabled }) => Enabled));
});

test('its requirements are there before it is, and changing them updates it', () => {
  const requirements = String(properties.RequirementsS3Path);
  assert.match(requirements, /^requirements-[0-9a-f]{16}\.txt$/);
  assert.ok((environment!.DependsOn as string[]).some(id => id.startsWith('RequirementsCustomResource')));
  const text = readFileSync(path.join(ROOT, 'environment', 'requirements.txt'), 'utf8');
  // Where this stack puts the file, as the environment sees it.
  assert.ok(text.includes('--constraint "/usr/local/airflow/dags/constraints.txt"'));
});

test('only MWAA takes its role, and in the name of this account', () => {
  airflow.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Principal: { Service: ['airflow-env.amazonaws.com', 'airflow.amazonaws.com'] },
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
      ],
    },
  });
});

test('"*" stands only where AWS knows no narrower resource', () => {
  const wide = statements.filter(({ Resource }) => Resource.includes('*'));
  assert.deepEqual(wide.flatMap(({ Action }) => Action).sort(), [
    'cloudwatch:PutMetricData',
    'logs:DescribeLogGroups',
    's3:GetAccountPublicAccessBlock',
  ]);
});

test('no key of this account is in the reach of what MWAA does through SQS', () => {
  const [keys] = statements.filter(({ Action }) => Action.includes('kms:Decrypt'));
  assert.deepEqual(keys!.Resource, [`all but arn:aws:kms:*:${account}:key/*`]);
  assert.deepEqual(keys!.Condition, { StringLike: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } });
});

for (const environments of [[], [{ name: 'dev', account }]]) {
  for (const [what, environment] of [
    ['an environment that is made', 'mw1.micro'],
    ['one that is there', 'existing'],
    ['one that nobody named yet', 'existing'],
  ] as const) {
    test(`cdk-nag finds nothing without a reason: ${what}, account ${
      environments.length > 0 ? 'known' : 'unknown'
    }`, () => {
      const outdir = mkdtempSync(path.join(tmpdir(), 'cdk.out-'));
      try {
        const app = newApp({ outdir, underRules: true });
        const [config] = configsOf({ ...readPipelineFile(), environments, startOnData: FILES_ARRIVE });
        const existing = what === 'one that is there' ? { [config!.id]: ENCRYPTED } : {};
        new PipelineStack(app, config!, { ...readAirflowFile(), environment, existing });
        Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
        app.synth();
      } finally {
        rmSync(outdir, { recursive: true });
      }
    });
  }
}
