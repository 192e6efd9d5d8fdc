import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Eta } from 'eta';
import { detectLink } from './detectLink';

const starters = resolve(
  resolvePackagePath(
    'backstage-plugin-ml-orchestrator-backend',
    '../scaffolder-backend-module-ml-orchestrator/starters',
  ),
);

const eta = new Eta({ useWith: true, autoTrim: false });

/** A file of a tree as it is in a repository whose data is files in S3. */
function generated(path: string, text: string) {
  return path.endsWith('.asl.json.eta')
    ? {
        path: path.replace(/\.eta$/, ''),
        text: eta.renderString(text, { source: 's3' }),
      }
    : { path, text };
}

/** The files of a starter tree that show what runs; folders with @ are choices. */
function filesOf(tree: string) {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      entry => entry.isFile() && !/(?<!\.asl\.json)\.eta$/.test(entry.name),
    )
    .map(entry => {
      const file = join(entry.parentPath, entry.name);
      return generated(
        relative(tree, file).replace(/@[^/]*\//g, ''),
        readFileSync(file, 'utf8'),
      );
    });
}

// Repositories that were not written for detection.
describe('the starters of this project', () => {
  it.each([
    ['sagemaker-pipelines', 'high'],
    ['step-functions', 'high'],
    // Its operators are classes of its own in another file: the names of its steps tell.
    ['airflow-mwaa', 'medium'],
  ])('show that %s runs on it, with %s confidence', (starter, confidence) => {
    expect(detectLink(filesOf(join(starters, starter)))).toMatchObject({
      orchestrator: starter,
      confidence,
    });
  });

  it('shows nothing for another orchestrator', () => {
    const kubeflow = '../../../examples/starters/kubeflow-pipelines';
    expect(detectLink(filesOf(join(starters, kubeflow)))).toBeUndefined();
  });
});
