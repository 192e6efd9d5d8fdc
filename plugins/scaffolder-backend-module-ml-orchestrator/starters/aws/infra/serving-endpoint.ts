import path from 'node:path';

import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { acceptResources, inRegion } from './acknowledgements';
import { ROOT } from './config';
import type { ServingProps } from './serving';
import type { ServingKind } from './serving-kind';
import { approvedModelStatements } from './serving-kind';
import { sagemakerArn } from './workflow';

export const ENDPOINT_FILE = path.join(ROOT, 'serving', 'endpoint.asl.json');

const VARIANT = 'live';

/** One endpoint, which always serves the version that was approved last. */
export function endpoint(scope: Construct, { config, jobRole, registry, notifications }: ServingProps): ServingKind {
  const stack = Stack.of(scope);
  const { id } = config;
  const errors = new Metric({
    namespace: 'AWS/SageMaker',
    metricName: 'Invocation5XXErrors',
    dimensionsMap: { EndpointName: id, VariantName: VARIANT },
    statistic: 'Sum',
    period: Duration.minutes(1),
  }).createAlarm(scope, 'EndpointErrors', {
    alarmName: `${id}-endpoint-errors`,
    alarmDescription: `The endpoint ${id} answers with errors of its own. During a deployment this brings the old version back.`,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  errors.addAlarmAction(new SnsAction(notifications.topic));
  const readAlarm = new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: [errors.alarmArn] });

  // The role of the jobs is also that of the model in the endpoint.
  const logs = `log-group:/aws/sagemaker/Endpoints/${id}*`;
  jobRole.addToPolicy(
    new PolicyStatement({
      sid: 'WriteEndpointLogs',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [`arn:${stack.partition}:logs:${stack.region}:${stack.account}:${logs}`],
    }),
  );
  jobRole.addToPolicy(readAlarm);
  acceptResources(jobRole, {
    'the containers of an endpoint name their own streams': [inRegion(stack, 'logs', logs)],
  });

  const endpointArn = sagemakerArn(stack, 'endpoint', id);
  const configArn = sagemakerArn(stack, 'endpoint-config', `${id}-v*`);
  const modelArn = sagemakerArn(stack, 'model', `${id}-v*`);
  return {
    file: ENDPOINT_FILE,
    substitutions: { VariantName: VARIANT, AlarmName: errors.alarmName },
    permissions: {
      model: approvedModelStatements({ stack, registry, jobRole, modelArn }),
      configuration: [
        new PolicyStatement({
          actions: [
            'sagemaker:CreateEndpointConfig',
            'sagemaker:DescribeEndpointConfig',
            'sagemaker:DeleteEndpointConfig',
            'sagemaker:AddTags',
          ],
          resources: [configArn],
        }),
      ],
      endpoint: [
        new PolicyStatement({
          actions: ['sagemaker:DescribeEndpoint', 'sagemaker:DeleteEndpoint', 'sagemaker:AddTags'],
          resources: [endpointArn],
        }),
        new PolicyStatement({
          actions: ['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'],
          resources: [endpointArn, configArn],
        }),
        // SageMaker looks at the alarm during a deployment, in the name of who asked for it.
        readAlarm,
      ],
    },
    accepted: {
      'models and configurations are named after the versions that they are made from': [
        inRegion(stack, 'sagemaker', `endpoint-config/${id}-v*`),
        inRegion(stack, 'sagemaker', `model/${id}-v*`),
      ],
    },
  };
}
