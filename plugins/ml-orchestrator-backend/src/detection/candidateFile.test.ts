import { byPromise, isCandidateFile, MAX_FILE_BYTES } from './candidateFile';

describe('isCandidateFile', () => {
  it.each([
    'pipeline.py',
    'dags/churn.py',
    'workflow/train.asl.yaml',
    'infra/lib/stack.ts',
    'testing_ground/latest.py',
    'contest/flow.json',
  ])('takes %s', path => {
    expect(isCandidateFile(path)).toBe(true);
  });

  it.each([
    'README.md',
    'explore.ipynb',
    'main.tf',
    'tests/pipeline.py',
    '__tests__/a.ts',
    'src/test/java/flow.json',
    'dags/test_churn.py',
    'stack.test.ts',
    'docs/flow.asl.json',
    'examples/dag.py',
    'example_dags/dag.py',
    '.github/workflows/train.yml',
    '.venv/lib/x.py',
    'a/node_modules/b/c.js',
    'cdk.out/stack.template.json',
    '{{ cookiecutter.slug }}/pipeline.py',
    '${{ values.name }}/pipeline.py',
    'package-lock.json',
    'catalog-info.yaml',
  ])('leaves %s', path => {
    expect(isCandidateFile(path)).toBe(false);
  });

  it('leaves what is too large', () => {
    expect(isCandidateFile('a.json', MAX_FILE_BYTES)).toBe(true);
    expect(isCandidateFile('a.json', MAX_FILE_BYTES + 1)).toBe(false);
  });
});

describe('byPromise', () => {
  it('puts first where a pipeline is usually written', () => {
    const paths = ['b.json', 'a/b/c.py', 'a.py', 'dags/x.py', 'x.asl.json'];
    expect([...paths].sort(byPromise)).toEqual([
      'x.asl.json',
      'dags/x.py',
      'a.py',
      'a/b/c.py',
      'b.json',
    ]);
  });
});
