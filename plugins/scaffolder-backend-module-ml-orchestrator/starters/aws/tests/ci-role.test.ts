/** What lets CI deploy: who may take the role, and what that may do. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { addCiStacks } from '../infra/ci-app';
import { identityOf, readCiFile } from '../infra/ci-identity';
import { CiProviderStack, CiRoleStack } from '../infra/ci-role';
import { configsOf, readPipelineFile, ROOT } from '../infra/config';
import type { PipelineFile } from '../infra/config';
import { ALSO, CI, deploying, REFUSED } from './support/ci';
import type { Token } from './support/ci';
import { allows } from './support/iam';
import { actionsIn } from './support/pages';
import { ACCOUNT, newApp, Synthesized } from './support/synthesized';
import type { Statement } from './support/synthesized';

const file: PipelineFile = { ...readPipelineFile(), name: 'churn', region: 'eu-central-1', environments: [] };
const environments = [
  { name: 'dev', account: ACCOUNT },
  { name: 'test', account: ACCOUNT },
  { name: 'prod', account: '444455556666' },
];

/** The stacks of the app, by their ids in it. */
function stacksOf(changes: Partial<PipelineFile> = {}): Record<string, Synthesized> {
  const app = newApp();
  const config = configsOf({ ...file, ...changes })[0]!;
  addCiStacks(app, { ...file, ...changes }, CI);
  return Object.fromEntries(
    app.node.children
      .filter(child => child instanceof CiRoleStack || child instanceof CiProviderStack)
      .map(stack => [stack.node.id, new Synthesized(config, stack)]),
  );
}

const { role, provider } = stacksOf() as { role: Synthesized; provider: Synthesized };

interface Trust {
  readonly Principal: { readonly Federated: unknown };
  readonly Condition: NonNullable<Statement['Condition']>;
}

function trustOf(stack: Synthesized): Trust & { Action: string } {
  const { AssumeRolePolicyDocument: document } = stack.only('AWS::IAM::Role').properties;
  const [statement, ...more] = (document as { Statement: (Trust & { Action: string })[] }).Statement;
  assert.ok(statement !== undefined && more.length === 0);
  return statement;
}

const issuer = identityOf(CI, []).issuer.replace('https://', '');

/** Whether AWS would give the role to the bearer of this token. */
function mayDeploy(stack: Synthesized, token: Token): boolean {
  const { Action, Condition } = trustOf(stack);
  const context = Object.fromEntries(Object.entries(token).map(([claim, value]) => [`${issuer}:${claim}`, value]));
  return allows([{ Action: [Action], Resource: ['role'], Condition }], {
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: 'role',
    context,
  });
}

test('a job of the default branch may take the role', () => {
  assert.ok(mayDeploy(role, deploying()));
});

for (const [what, difference] of Object.entries(ALSO)) {
  test(`so may ${what}`, () => {
    assert.ok(mayDeploy(role, { ...deploying(), ...difference } as Token));
  });
}

for (const [what, difference] of Object.entries(REFUSED)) {
  test(`not so ${what}`, () => {
    assert.ok(!mayDeploy(role, { ...deploying(), ...difference } as Token));
  });
}

test('each condition is for one value, word for word, of a claim that every token has', () => {
  const { Condition } = trustOf(role);
  assert.deepEqual(Object.keys(Condition), ['StringEquals']);
  for (const claim of Object.keys(Condition.StringEquals!)) {
    const { [claim.replace(`${issuer}:`, '')]: _, ...without } = deploying();
    assert.ok(!mayDeploy(role, without), `${claim} may be absent`);
  }
  assert.ok(!/[*?]/.test(JSON.stringify(Condition)));
});

test('the role of an account lets in the environments of that account, and no others', () => {
  const { 'role-dev': dev, 'role-test': alsoDev, 'role-prod': prod } = stacksOf({ environments });
  assert.deepEqual(dev!.resources, alsoDev!.resources);
  assert.ok(mayDeploy(dev!, deploying('dev')) && mayDeploy(dev!, deploying('test')));
  assert.ok(mayDeploy(prod!, deploying('prod')));
  // GitLab does not tell of the environment: there, the accounts of dev and prod trust the same jobs.
  const told = deploying('dev').sub !== deploying('prod').sub;
  assert.equal(mayDeploy(prod!, deploying('dev')), !told);
  assert.equal(mayDeploy(dev!, deploying('prod')), !told);
});

test('the role may act as what `cdk bootstrap` made for deployments of this region, for an hour, and nothing else', () => {
  const bootstrap = ['deploy', 'file-publishing', 'lookup'].map(
    purpose => `arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-${purpose}-role-${ACCOUNT}-eu-central-1`,
  );
  assert.deepEqual(role.identityStatements, [
    { Action: ['sts:AssumeRole'], Resource: bootstrap, Condition: undefined },
  ]);
  const { properties } = role.only('AWS::IAM::Role');
  assert.equal(properties.ManagedPolicyArns, undefined);
  assert.equal(properties.MaxSessionDuration, 3600);
  assert.deepEqual(properties.Tags, [{ Key: 'ml-pipeline', Value: 'churn' }]);
});

test('another qualifier of the bootstrap, in cdk.json, is followed', () => {
  const app = newApp();
  app.node.setContext('@aws-cdk/core:bootstrapQualifier', 'ours');
  const stack = new CiRoleStack(app, 'role', { config: configsOf(file)[0]!, identity: identityOf(CI, []) });
  for (const resource of new Synthesized(configsOf(file)[0]!, stack).identityStatements.flatMap(s => s.Resource)) {
    assert.match(resource, /role\/cdk-ours-/);
  }
});

test('the provider is the one that the role trusts, knows the tokens, and outlives its stack', () => {
  const [resource, ...more] = Object.values(provider.resources);
  assert.ok(resource?.Type === 'AWS::IAM::OIDCProvider' && more.length === 0);
  assert.match(resource.DeletionPolicy ?? '', /^Retain/);
  assert.deepEqual(resource.Properties.ClientIdList, [deploying().aud]);
  assert.equal(resource.Properties.Url, `https://${issuer}`);
  assert.equal(
    role.resolve(trustOf(role).Principal.Federated),
    `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`,
  );
});

test('pipelines that share an account agree on the provider', () => {
  const other = stacksOf({ name: 'another', description: 'of another team' });
  assert.deepEqual(other.provider!.template.toJSON(), provider.template.toJSON());
});

test('CI is told of the role by one command: its name where accounts are known, its ARN otherwise', () => {
  const told = (stack: Synthesized): string =>
    String(stack.resolve((Object.values(stack.template.findOutputs('NextCommand'))[0] as { Value: unknown }).Value));
  assert.match(told(role), /^g[hl]\w* variable set AWS_DEPLOY_ROLE_ARN .*arn:aws:iam::111122223333:role\//);
  assert.match(told(stacksOf({ environments })['role-prod']!), / AWS_DEPLOY_ROLE_NAME .*churn-ci-deploy/);
});

test('docs/ci.md is complete and true about what CI may do', () => {
  assert.deepEqual(actionsIn('ci.md'), ['sts:AssumeRole', trustOf(role).Action]);
});

test('a repository that nobody has named yet is asked for, by the name of the field', () => {
  const written = JSON.parse(readFileSync(path.join(ROOT, 'config', 'ci.json'), 'utf8')) as Record<string, unknown>;
  const open = Object.keys(written).filter(field => written[field] === null);
  if (open.length === 0) assert.ok(readCiFile());
  for (const field of open) {
    assert.throws(() => readCiFile(), new RegExp(`config/ci\\.json:[^]*- ${field} must be .*, but is null`));
  }
});
