import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { detectLink } from './detectLink';

const starters = resolve(
  resolvePackagePath(
    'backstage-plugin-ml-orchestrator-backend',
    '../scaffolder-backend-module-ml-orchestrator/starters',
  ),
);

/** The files of a starter tree that are generated as they are; folders with @ are choices. */
function filesOf(tree: string) {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !entry.name.endsWith('.eta'))
    .map(entry => {
      const file = join(entry.parentPath, entry.name);
      return {
        path: relative(tree, file).replace(/@[^/]*\//g, ''),
        text: readFileSync(file, 'utf8'),
      };
    });
}

// Repositories that were not written for detection.
describe('the starters of this project', () => {
  it.each(['sagemaker-pipelines', 'step-functions', 'airflow-mwaa'])(
    'shows that %s runs on it',
    starter => {
      expect(detectLink(filesOf(join(starters, starter)))).toMatchObject({
        orchestrator: starter,
        confidence: 'high',
      });
    },
  );

  it('shows nothing for another orchestrator', () => {
    const kubeflow = '../../../examples/starters/kubeflow-pipelines';
    expect(detectLink(filesOf(join(starters, kubeflow)))).toBeUndefined();
  });
});
