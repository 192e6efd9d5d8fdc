import type { StarterOptions } from './options';
import type { Region } from './regions';

/**
 * AWS accounts that own the SageMaker scikit-learn image, by region. They are
 * public constants of the service, taken from the image data bundled with the
 * SageMaker Python SDK 3.27.
 */
const IMAGE_ACCOUNTS = {
  'us-east-1': '683313688378',
  'us-east-2': '257758044811',
  'us-west-2': '246618743249',
  'eu-west-1': '141502667606',
  'eu-central-1': '492215442770',
  'eu-north-1': '662702820516',
  'ap-southeast-1': '121021644041',
  'ap-northeast-1': '354813040037',
} as const satisfies Record<Region, string>;

/** The newest tag that serves both training and inference; the starters' pins match what is in it. */
const IMAGE_TAG = '1.9-0-cpu-py3';

type Framework = NonNullable<StarterOptions['framework']>;

/** The SageMaker image that prepares, trains and evaluates with a framework in a region. */
export function trainingImage(region: Region, _framework: Framework): string {
  return `${IMAGE_ACCOUNTS[region]}.dkr.ecr.${region}.amazonaws.com/sagemaker-scikit-learn:${IMAGE_TAG}`;
}

/** The SageMaker image that serves models of a framework in a region. */
export function inferenceImage(region: Region, framework: Framework): string {
  return trainingImage(region, framework);
}
