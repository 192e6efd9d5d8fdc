import { posix } from 'node:path';

/** Larger files are data, or generated. */
export const MAX_FILE_BYTES = 512 * 1024;

/**
 * Folders that hold what is not the repository's own pipeline: tests, examples, documents,
 * code of others, templates for other repositories, and what a build left behind.
 */
const OTHER_FOLDERS = new RegExp(
  `^(?:${[
    '\\..*',
    '_?_?(?:tests?|e2e|fixtures?|mocks?|testdata|test[-_]data|test[-_]?utils)_?_?',
    'e2e[-_]tests|integration[-_]tests|unit[-_]tests',
    '(?:examples?|samples?|demos?|tutorials?|playground|sandbox)(?:[-_].*)?',
    '.*[-_](?:examples?|samples?)',
    'docs?|documentation|notebooks?',
    'node_modules|vendor(?:ed)?|third[-_]?party|external|site-packages|venv|env|virtualenv',
    'build|dist|out|target|cdk\\.out|coverage|__pycache__|.*\\.egg-info',
    'templates?|skeletons?|seed[-_]?code|boilerplate|.*cookiecutter.*|.*\\{\\{.*|.*\\$\\{.*',
    'archived?|deprecated|attic|old',
  ].join('|')})$`,
  'i',
);

/** Files of tests, of tools, and with types alone. */
const OTHER_FILES =
  /^(?:test_.*|conftest|.*_test)\.py$|\.(?:test|spec|d)\.(?:ts|js)$|^(?:package(?:-lock)?|tsconfig.*|composer|openapi|swagger)\.json$|^(?:mkdocs|catalog-info|docker-compose|\..*)\.ya?ml$|\.min\.js$/i;

/** Whether a file may tell what the repository's pipeline runs on. */
export function isCandidateFile(path: string, size = 0): boolean {
  const folders = path.split('/');
  const file = folders.pop()!;
  return (
    size <= MAX_FILE_BYTES &&
    ['.py', '.ts', '.js', '.json', '.yaml', '.yml'].includes(
      posix.extname(file),
    ) &&
    !OTHER_FILES.test(file) &&
    !folders.some(folder => OTHER_FOLDERS.test(folder))
  );
}

/** Where a pipeline is usually written comes first, for when not all files can be read. */
export function byPromise(a: string, b: string): number {
  return (
    promise(b) - promise(a) ||
    a.split('/').length - b.split('/').length ||
    (a < b ? -1 : 1)
  );
}

function promise(path: string): number {
  if (/\.asl\.(?:json|ya?ml)$/.test(path)) {
    return 3;
  }
  if (/dags?[/_.-]|pipeline|workflow|state[-_]?machine|sagemaker/i.test(path)) {
    return 2;
  }
  return path.endsWith('.py') ? 1 : 0;
}
