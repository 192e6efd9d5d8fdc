import { hasPipelineType } from './pipelineType';

describe('hasPipelineType', () => {
  it.each([
    ['Component', 'ml-pipeline', true],
    ['Resource', 'ml-pipeline', true],
    ['component', 'ML-Pipeline', true],
    ['Component', 'training-job', true],
    ['Template', 'ml-pipeline', false],
    ['Component', 'service', false],
    ['Component', undefined, false],
  ])('of a %s of type %s: %s', (kind, type, expected) => {
    const entity = { kind, spec: type ? { type } : undefined };
    expect(hasPipelineType(entity, ['ml-pipeline', 'Training-Job'])).toBe(
      expected,
    );
  });
});
