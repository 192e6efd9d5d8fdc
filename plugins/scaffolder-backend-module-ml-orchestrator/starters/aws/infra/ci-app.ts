/** What CI needs in each account, once: `make deploy-ci-provider` and `make deploy-ci-role` deploy it, with a person's credentials. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

import { readCiFile, identityOf } from './ci-identity';
import { CiProviderStack, CiRoleStack } from './ci-role';
import { configsOf, readPipelineFile } from './config';
import type { PipelineFile } from './config';

/** The stacks of all accounts; those of an environment are named after it. */
export function addCiStacks(app: App, pipeline: PipelineFile, ci = readCiFile()): void {
  for (const config of configsOf(pipeline)) {
    // Environments that share an account share its role: those of the bootstrap are shared as well.
    const environments = pipeline.environments.filter(({ account }) => account === config.account);
    const identity = identityOf(
      ci,
      environments.map(({ name }) => name),
    );
    const suffix = config.id.slice(pipeline.name.length);
    new CiProviderStack(app, `provider${suffix}`, { config, identity });
    new CiRoleStack(app, `role${suffix}`, { config, identity });
  }
}

if (require.main === module) {
  const app = new App();
  addCiStacks(app, readPipelineFile());
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
}
