import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

import { loadConfigs } from './config';
import { PipelineStack } from './pipeline-stack';

const app = new App();
for (const config of loadConfigs()) new PipelineStack(app, config);
// Findings stop `cdk synth` and `cdk deploy`; those we accept are explained where they arise, see acknowledgements.ts.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
