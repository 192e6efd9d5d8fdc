import { readFileSync } from 'node:fs';
import path from 'node:path';

import { App } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

import { BaseStack } from '../../infra/base-stack';
import { configsOf, readPipelineFile, ROOT } from '../../infra/config';
import type { PipelineConfig, PipelineFile } from '../../infra/config';
import { FILES_ARRIVE } from '../../infra/source';
import { makeStack, otherStacks } from './stacks';

export const ACCOUNT = '111122223333';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Properties = Record<string, unknown>;
interface Resource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
}

export interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

const asList = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [value as string]);

/** Type → the property that a reference gives, where a name is set. */
const NAMES: Record<string, string> = { 'AWS::CloudWatch::Alarm': 'AlarmName' };

/** What says what a role may do, besides the role itself: a policy of one role, or one for a role of another stack too. */
const POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/**
 * An app with the settings of cdk.json, as the CDK's command makes it. CDK's own validation of the templates takes longer than to make
 * them, so it is for the tests that are about rules: those try every kind of stack.
 */
export function newApp({ outdir, underRules = false }: { outdir?: string; underRules?: boolean } = {}): App {
  const { context } = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as { context: Properties };
  return new App({ context, outdir, builtinCloudFormationValidation: underRules });
}

/** A stack's template, and what CloudFormation would make of the references in it. */
export class Synthesized {
  readonly template: Template;
  readonly resources: Record<string, Resource>;
  /** What the extraction of the data tells the code that starts it; see infra/extraction.ts. */
  readonly source: Record<string, string>;
  /** What it wants to be allowed to whoever starts it. */
  readonly sourcePermissions: Statement[];

  constructor(
    readonly config: PipelineConfig,
    stack: Stack = makeStack(newApp(), config),
  ) {
    this.template = Template.fromStack(stack);
    this.resources = (this.template.toJSON() as { Resources: Record<string, Resource> }).Resources;
    const { permissions, substitutions } =
      stack instanceof BaseStack ? stack.source : { permissions: [], substitutions: {} };
    this.source = this.resolve(stack.resolve(substitutions)) as Record<string, string>;
    this.sourcePermissions = statementsIn({
      Statement: permissions.map(statement => this.resolve(stack.resolve(statement.toJSON()))),
    });
  }

  /** The only resource of this type whose logical id starts with `prefix`. */
  only(type: string, prefix = ''): { id: string; properties: Properties } {
    const found = Object.entries(this.resources).filter(
      ([id, resource]) => resource.Type === type && id.startsWith(prefix),
    );
    const [entry] = found;
    if (entry === undefined || found.length > 1) {
      throw new Error(`expected one ${type} ${prefix}*, found ${found.length}`);
    }
    return { id: entry[0], properties: this.resolve(entry[1].Properties) as Properties };
  }

  /** Replace references by values that look like those of a deployed stack. */
  resolve(value: unknown): Json {
    if (Array.isArray(value)) return value.map(item => this.resolve(item));
    if (typeof value !== 'object' || value === null) return value as Json;
    const entries = Object.entries(value as Record<string, unknown>);
    const [key, argument] = entries[0] ?? ['', undefined];
    if (entries.length === 1) {
      if (key === 'Ref') return this.reference(argument as string);
      if (key === 'Fn::GetAtt') return this.attribute(...(argument as [string, string]));
      if (key === 'Fn::Join') {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map(part => String(this.resolve(part))).join(separator);
      }
      if (key === 'Fn::Sub') {
        const [text, values] = Array.isArray(argument) ? (argument as [string, Properties]) : [argument as string, {}];
        return text.replace(/\$\{([^}]+)\}/g, (_, name: string) =>
          name in values ? String(this.resolve(values[name])) : this.reference(name),
        );
      }
    }
    return Object.fromEntries(entries.map(([name, item]) => [name, this.resolve(item)]));
  }

  private reference(name: string): string {
    const pseudo: Record<string, string> = {
      'AWS::AccountId': ACCOUNT,
      'AWS::Partition': 'aws',
      'AWS::Region': this.config.region,
      'AWS::URLSuffix': 'amazonaws.com',
    };
    const { Type = '', Properties = {} } = this.resources[name] ?? {};
    const physicalName = Properties[NAMES[Type] ?? ''] as string | undefined;
    return pseudo[name] ?? physicalName ?? (this.isNamedByArn(name) ? this.attribute(name, 'Arn') : name.toLowerCase());
  }

  private isNamedByArn(id: string): boolean {
    return ['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine'].includes(this.resources[id]?.Type ?? '');
  }

  private attribute(id: string, attribute: string): string {
    const resource = this.resources[id];
    if (resource === undefined) throw new Error(`${id} is not in the template`);
    // Ids that AWS would draw stand in for themselves.
    if (attribute !== 'Arn') return this.resolve(resource.Properties[attribute] ?? id.toLowerCase()) as string;
    const inRegion = (service: string, rest: string): string =>
      `arn:aws:${service}:${this.config.region}:${ACCOUNT}:${rest}`;
    switch (resource.Type) {
      case 'AWS::S3::Bucket':
        return `arn:aws:s3:::${id.toLowerCase()}`;
      case 'AWS::IAM::Role':
        return `arn:aws:iam::${ACCOUNT}:role/${id}`;
      case 'AWS::SNS::Topic':
        return inRegion('sns', id);
      case 'AWS::KMS::Key':
        return inRegion('kms', `key/${id}`);
      case 'AWS::Logs::LogGroup':
        return inRegion('logs', `log-group:${id}:*`);
      case 'AWS::CloudWatch::Alarm':
        return inRegion('cloudwatch', `alarm:${this.reference(id)}`);
      case 'AWS::EMRServerless::Application':
        return inRegion('emr-serverless', `/applications/${id.toLowerCase()}`);
      case 'AWS::SageMaker::Pipeline':
        return inRegion('sagemaker', `pipeline/${String(resource.Properties.PipelineName)}`);
      case 'AWS::StepFunctions::StateMachine':
        return inRegion('states', `stateMachine:${String(resource.Properties.StateMachineName)}`);
      default:
        return inRegion('unknown', id);
    }
  }

  /** A state machine as Step Functions will see it: the definition in `file` with its placeholders filled in. */
  workflow(file: string, idPrefix: string): Workflow {
    const { properties } = this.only('AWS::StepFunctions::StateMachine', idPrefix);
    const substitutions = properties.DefinitionSubstitutions as Record<string, string>;
    const text = readFileSync(file, 'utf8').replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
      const value = substitutions[name];
      if (value === undefined) throw new Error(`nothing is substituted for ${placeholder}`);
      return value;
    });
    return { name: String(properties.StateMachineName), definition: JSON.parse(text) as Definition, substitutions };
  }

  /** What the role may do, as one list; `rolePrefix` is the start of the role's logical id. */
  statementsOf(rolePrefix: string): Statement[] {
    const { id } = this.only('AWS::IAM::Role', rolePrefix);
    return Object.values(this.resources)
      .filter(
        ({ Type, Properties }) =>
          POLICIES.includes(Type) && JSON.stringify(Properties.Roles) === JSON.stringify([{ Ref: id }]),
      )
      .flatMap(({ Properties }) => statementsIn(this.resolve(Properties.PolicyDocument)));
  }

  /** What roles may do that are not of this stack: policy → its statements. */
  get statementsForOthers(): [string, Statement[]][] {
    const isOwn = (role: unknown): boolean => this.resources[String((role as Properties).Ref)]?.Type === 'AWS::IAM::Role';
    return Object.entries(this.resources)
      .filter(([, { Type, Properties }]) => POLICIES.includes(Type) && !(Properties.Roles as unknown[]).every(isOwn))
      .map(([id, { Properties }]) => [id, statementsIn(this.resolve(Properties.PolicyDocument))]);
  }

  /** Every statement that an identity is given by this stack. */
  get identityStatements(): Statement[] {
    return Object.values(this.resources).flatMap(({ Type, Properties }) => {
      if (POLICIES.includes(Type)) return statementsIn(this.resolve(Properties.PolicyDocument));
      if (Type !== 'AWS::IAM::Role') return [];
      const inline = (Properties.Policies ?? []) as { PolicyDocument: unknown }[];
      return inline.flatMap(({ PolicyDocument }) => statementsIn(this.resolve(PolicyDocument)));
    });
  }
}

function statementsIn(document: unknown): Statement[] {
  const { Statement } = document as { Statement: Properties[] };
  return Statement.map(({ Effect, Action, Resource, NotResource, Condition }) => {
    if (Effect !== 'Allow') throw new Error('only Allow statements are expected here');
    return {
      Action: asList(Action),
      Resource: asList(Resource ?? `all but ${String(NotResource)}`),
      Condition: Condition as Statement['Condition'],
    };
  });
}

export interface Retrier {
  readonly ErrorEquals: string[];
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}

export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly Parameters?: Properties;
  readonly Retry?: Retrier[];
  /** Of a Map state: what it does for each item. */
  readonly ItemProcessor?: Pick<Definition, 'States'>;
  readonly Catch?: { ErrorEquals: string[]; ResultPath: string; Next: string }[];
}

export interface Definition {
  readonly StartAt: string;
  readonly QueryLanguage?: string;
  readonly States: Record<string, State>;
}

export interface Workflow {
  readonly name: string;
  readonly definition: Definition;
  /** The placeholder values that the state machine is deployed with. */
  readonly substitutions: Record<string, string>;
}

/** Every switch of the configuration on, for tests about all that a stack can hold. */
export const EVERYTHING: Partial<PipelineFile> = {
  autoApproveThreshold: 1,
  schedule: '0 6 1 * *',
  startOnData: FILES_ARRIVE,
  serving: 'endpoint',
  notificationEmail: 'ml-alerts@example.com',
  slack: { workspaceId: 'T0ABC', channelId: 'C0ABC' },
  monthlyBudget: 200,
};

const cache = new Map<string, Synthesized>();

/**
 * The stack of this repository's configuration, or of a variation of it. Its environments are left out, so that the same is
 * tested in every repository; with `environments`, it is the stack of the first.
 */
export function synthesize(changes: Partial<PipelineFile> = {}): Synthesized {
  const key = JSON.stringify(changes);
  const known =
    cache.get(key) ?? new Synthesized(configsOf({ ...readPipelineFile(), environments: [], ...changes })[0]!);
  cache.set(key, known);
  return known;
}

/** The stacks that the app can make besides. */
export function synthesizeOthers(changes: Partial<PipelineFile> = {}): Record<string, Synthesized> {
  const config = configsOf({ ...readPipelineFile(), environments: [], ...changes })[0]!;
  return Object.fromEntries(
    Object.entries(otherStacks(newApp(), config)).map(([name, stack]) => [name, new Synthesized(config, stack)]),
  );
}
