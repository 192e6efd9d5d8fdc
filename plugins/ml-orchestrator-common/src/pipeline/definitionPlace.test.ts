import { definitionPaths, relativePath } from './definitionPlace';

const paths = (annotations?: Record<string, string>) =>
  definitionPaths({ metadata: { annotations } });
const DEFINITION = 'ml-orchestrator/pipeline-definition';
const ORCHESTRATOR = 'ml-orchestrator/orchestrator';

describe('definitionPaths', () => {
  it('takes the annotation, else where the starters have it', () => {
    expect(
      paths({ [DEFINITION]: './asl/train.json', [ORCHESTRATOR]: 'kubeflow' }),
    ).toEqual({ paths: ['asl/train.json'] });
    expect(paths({ [ORCHESTRATOR]: 'step-functions' })).toEqual({
      paths: ['workflow/pipeline.asl.json'],
    });
  });

  it('says why there is nowhere to look', () => {
    expect(paths()).toEqual({ problem: 'not-linked' });
    expect(paths({ [ORCHESTRATOR]: 'kubeflow' })).toEqual({
      problem: 'no-place',
    });
    expect(paths({ [DEFINITION]: '../secrets.json' })).toEqual({
      problem: 'bad-path',
    });
  });
});

describe('relativePath', () => {
  it.each([
    ['a.json', 'a.json'],
    ['././a b/@x=1/c-d_e+f.json', 'a b/@x=1/c-d_e+f.json'],
  ])('%s', (text, path) => expect(relativePath(text)).toBe(path));

  it.each([
    '',
    '.',
    '..',
    '../a.json',
    'a/../../b.json',
    '/etc/passwd',
    'a//b',
    'a/./b',
    '.git/config',
    'https://example.com/a.json',
    'url:a',
    'a%2e%2e/b',
    'a?b',
    'a#b',
    'a\\b',
    'a\nb',
    'x'.repeat(301),
  ])('refuses %j', text => expect(relativePath(text)).toBeUndefined());
});
