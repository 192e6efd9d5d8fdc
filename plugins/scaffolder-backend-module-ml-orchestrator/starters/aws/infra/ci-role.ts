import { CfnOutput, DefaultStackSynthesizer, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { OidcProviderNative, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';

import type { PipelineConfig } from './config';

/** What a CI system says of its jobs in the tokens that it signs, and what of it a deployment must have; see ci-identity.ts. */
export interface CiIdentity {
  /** Who signs the tokens: an address, as the tokens have it. */
  readonly issuer: string;
  /** Whom the tokens are meant for. */
  readonly audience: string;
  readonly repository: string;
  /** Claim → its value, or its possible values, word for word. */
  readonly claims: Readonly<Record<string, string | string[]>>;
  /** The command that tells CI of the role. */
  readonly setVariable: (name: string, value: string) => string;
}

/** What one account needs for CI. */
export interface CiAccount {
  readonly config: PipelineConfig;
  readonly identity: CiIdentity;
}

/** AWS names providers, and the claims of their tokens, by the address without its scheme. */
const nameOf = ({ issuer }: CiIdentity): string => issuer.replace(/^https:\/\//, '');

/**
 * Lets an account know the CI system. An account can have one provider for an address: it belongs to no pipeline, is the same whoever
 * deploys it, and stays when this stack is deleted, for others may have come to use it.
 */
export class CiProviderStack extends Stack {
  constructor(scope: App, id: string, { config: { account, region }, identity }: CiAccount) {
    super(scope, id, {
      env: { account, region },
      stackName: `ci-provider-${nameOf(identity).replaceAll(/[^a-z0-9]+/gi, '-')}`,
      description: `Lets roles of this account trust ${identity.issuer}`,
    });
    new OidcProviderNative(this, 'Provider', {
      url: identity.issuer,
      clientIds: [identity.audience],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

/** The role that CI deploys with: for the repository and the branch of this pipeline, and for nothing but `cdk deploy`. */
export class CiRoleStack extends Stack {
  constructor(scope: App, id: string, { config, identity }: CiAccount) {
    const { name, account, region } = config;
    super(scope, id, {
      env: { account, region },
      stackName: `${name}-ci-role`,
      description: `Lets ${identity.repository} deploy the pipeline ${name} from CI`,
    });
    Tags.of(this).add('ml-pipeline', name);

    const issuer = nameOf(identity);
    const provider = this.formatArn({ service: 'iam', region: '', resource: 'oidc-provider', resourceName: issuer });
    const claims = { aud: identity.audience, ...identity.claims };
    const role = new Role(this, 'Role', {
      // The same in each account, so that CI needs to be told once.
      roleName: `${name}-ci-deploy`,
      description: `Deploys the pipeline ${name} from ${identity.repository}`,
      assumedBy: new WebIdentityPrincipal(provider, {
        StringEquals: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value])),
      }),
      maxSessionDuration: Duration.hours(1),
    });
    // Whoever deploys with the CDK does it as these; the deploy role alone can hand CloudFormation its own.
    const qualifier = this.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: ['deploy', 'file-publishing', 'lookup'].map(
          purpose =>
            `arn:${this.partition}:iam::${this.account}:role/cdk-${qualifier}-${purpose}-role-${this.account}-${this.region}`,
        ),
      }),
    );

    new CfnOutput(this, 'RoleArn', { value: role.roleArn });
    new CfnOutput(this, 'NextCommand', {
      value:
        account === undefined
          ? identity.setVariable('AWS_DEPLOY_ROLE_ARN', role.roleArn)
          : identity.setVariable('AWS_DEPLOY_ROLE_NAME', `${name}-ci-deploy`),
    });
  }
}
