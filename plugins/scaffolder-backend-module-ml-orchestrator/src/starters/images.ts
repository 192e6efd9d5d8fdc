import type { StarterOptions } from './options';
import type { Region } from './regions';

/*
 * The SageMaker container images of each framework. Accounts and tags are public
 * constants of the service, taken from the image data bundled with the SageMaker
 * Python SDK 3.27 (sklearn.json, xgboost.json and pytorch.json), on 2026-11-24.
 */

/** The accounts that own the scikit-learn and the XGBoost images. */
const ALGORITHM_ACCOUNTS = {
  'us-east-1': '683313688378',
  'us-east-2': '257758044811',
  'us-west-2': '246618743249',
  'eu-west-1': '141502667606',
  'eu-central-1': '492215442770',
  'eu-north-1': '662702820516',
  'ap-southeast-1': '121021644041',
  'ap-northeast-1': '354813040037',
} as const satisfies Record<Region, string>;

/** AWS Deep Learning Containers: one account in all of these regions. */
const DEEP_LEARNING_ACCOUNT = '763104351884';

type Framework = NonNullable<StarterOptions['framework']>;

/**
 * Repository and tag: for jobs, and for models that answer. The pins of the starters
 * match what is in them; all have Python 3.12.
 */
const IMAGES = {
  'scikit-learn': {
    training: 'sagemaker-scikit-learn:1.9-0-cpu-py3',
    inference: 'sagemaker-scikit-learn:1.9-0-cpu-py3',
  },
  xgboost: {
    training: 'sagemaker-xgboost:3.2-0',
    inference: 'sagemaker-xgboost:3.2-0',
  },
  // There are newer images for training, but none for inference, and a model is
  // served by the version that trained it.
  pytorch: {
    training: 'pytorch-training:2.6.0-cpu-py312',
    inference: 'pytorch-inference:2.6.0-cpu-py312',
  },
} as const satisfies Record<
  Framework,
  Record<'training' | 'inference', string>
>;

function address(region: Region, framework: Framework, image: string) {
  const account =
    framework === 'pytorch'
      ? DEEP_LEARNING_ACCOUNT
      : ALGORITHM_ACCOUNTS[region];
  return `${account}.dkr.ecr.${region}.amazonaws.com/${image}`;
}

/** The SageMaker image that prepares, trains and evaluates with a framework in a region. */
export function trainingImage(region: Region, framework: Framework): string {
  return address(region, framework, IMAGES[framework].training);
}

/** The SageMaker image that serves models of a framework in a region. */
export function inferenceImage(region: Region, framework: Framework): string {
  return address(region, framework, IMAGES[framework].inference);
}
