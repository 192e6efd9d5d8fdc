import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkGuidanceFiles } from './checkGuidanceFiles';
import { formatReport } from './formatReport';

const folder = createMockDirectory({
  content: {
    'good.yaml': 'title: Ours\n',
    'dangling.yaml':
      'questions:\n  - id: policy\n    options:\n      - id: none\n        evidence:\n          kubeflw: { effect: for, because: It fits. }\n',
    'wrong.yaml':
      'title: Ours\norchestrators:\n  - id: airflow-mwaa\n    ring: maybe\n',
    'typo.yaml': 'terms:\n  - id: dags\n    remove: true\n',
    'broken.yaml': 'title: [\n',
  },
});
const check = (...names: string[]) =>
  checkGuidanceFiles(names.map(name => folder.resolve(name)));

describe('checkGuidanceFiles', () => {
  it('finds nothing wrong with a good layer', async () => {
    const report = await check('good.yaml');
    expect(report.guidance?.title).toBe('Ours');
    expect(report.problems).toEqual([]);
    expect(formatReport(report)).toBe('No problems found.');
  });

  it.each([
    ['dangling.yaml', 'dangling-id', 6, 11],
    ['wrong.yaml', 'schema', 4, 5],
    ['broken.yaml', 'syntax', 2, 1],
  ])('says where %s is wrong', async (name, code, line, column) => {
    const report = await check('good.yaml', name);
    expect(report.guidance).toBeUndefined();
    expect(report.problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        code,
        file: folder.resolve(name),
        line,
        column,
      }),
    ]);
    expect(formatReport(report)).toContain(
      `${name}:${line}:${column}: error: `,
    );
    expect(formatReport(report)).toMatch(/\n1 error, 0 warnings$/);
  });

  it('says that a file cannot be read', async () => {
    const { problems } = await check('absent.yaml');
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'error', code: 'unreadable' }),
    ]);
  });

  it('warns of a removal of nothing, which is no reason to refuse', async () => {
    const report = await check('typo.yaml');
    expect(report.guidance).toBeDefined();
    expect(formatReport(report)).toMatch(
      /typo\.yaml:2:5: warning: "dags" cannot be removed.*\n {4}\S/,
    );
  });

  it('checks layers alone when they do not extend the default', async () => {
    const { problems } = await checkGuidanceFiles(
      [folder.resolve('good.yaml')],
      { extendsDefault: false },
    );
    expect(problems.map(p => p.message)).toContainEqual(
      expect.stringContaining('orchestrators'),
    );
  });
});
