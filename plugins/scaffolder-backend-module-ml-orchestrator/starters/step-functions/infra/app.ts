import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

import { loadConfig } from './config';
import { PipelineStack } from './pipeline-stack';

const app = new App();
new PipelineStack(app, loadConfig());
// Findings stop `cdk synth` and `cdk deploy`; those we accept are explained in acknowledgements.ts.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
