import { inferenceImage, trainingImage } from './images';
import { REGION_TITLES, type Region } from './regions';

const REGIONS = Object.keys(REGION_TITLES) as Region[];
const FRAMEWORKS = ['scikit-learn', 'xgboost', 'pytorch'] as const;
/** What the CDK app of a starter takes an image's repository and account from. */
const IMAGE =
  /^\d{12}\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com\/[a-z-]+:[a-z0-9.-]+$/;

describe('the images of SageMaker', () => {
  it('are those that the SageMaker SDK names', () => {
    // What sagemaker.core.image_uris.retrieve() of SDK 3.27 returns for an ml.m5.large.
    expect(
      FRAMEWORKS.flatMap(framework => [
        trainingImage('eu-central-1', framework),
        inferenceImage('eu-central-1', framework),
      ]),
    ).toEqual([
      '492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-scikit-learn:1.9-0-cpu-py3',
      '492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-scikit-learn:1.9-0-cpu-py3',
      '492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:3.2-0',
      '492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:3.2-0',
      '763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-training:2.6.0-cpu-py312',
      '763104351884.dkr.ecr.eu-central-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312',
    ]);
  });

  it.each(REGIONS)('are pulled from the region of the jobs in %s', region => {
    for (const framework of FRAMEWORKS) {
      for (const image of [trainingImage, inferenceImage]) {
        expect(IMAGE.exec(image(region, framework))?.groups?.region).toBe(
          region,
        );
      }
    }
  });

  it('train and serve with the same version of the framework', () => {
    for (const framework of FRAMEWORKS) {
      const [trained, served] = [trainingImage, inferenceImage].map(image =>
        image('us-east-1', framework).split(':').at(-1),
      );
      expect(served).toBe(trained);
    }
  });
});
