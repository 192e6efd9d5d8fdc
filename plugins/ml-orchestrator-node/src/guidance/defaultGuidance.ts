import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  Guidance,
  GuidanceWarning,
} from 'backstage-plugin-ml-orchestrator-common';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkGuidance } from './checkGuidance';
import { describeProblem } from './describeProblem';
import { parseGuidanceDocument } from './GuidanceDocument';
import type { GuidanceDocument } from './GuidanceDocument';

/** The files of the default guidance, in the order of their names. */
export async function readDefaultDocuments(): Promise<GuidanceDocument[]> {
  const folder = resolvePackagePath(
    'backstage-plugin-ml-orchestrator-node',
    'guidance',
  );
  const names = (await readdir(folder))
    .filter(name => name.endsWith('.yaml'))
    .sort();
  return Promise.all(
    names.map(async name => {
      const text = await readFile(join(folder, name), 'utf8');
      const file = `guidance/${name}`;
      const { document, problems } = parseGuidanceDocument(file, text, true);
      if (!document) {
        throw broken(problems);
      }
      return document;
    }),
  );
}

/** The guidance that comes with the plugin. */
export async function loadDefaultGuidance(): Promise<Guidance> {
  const { guidance, problems } = checkGuidance(await readDefaultDocuments());
  if (!guidance) {
    throw broken(problems);
  }
  return guidance;
}

function broken(problems: GuidanceWarning[]): Error {
  const errors = problems.filter(problem => problem.severity === 'error');
  return new Error(
    `The default guidance is broken: ${errors.map(describeProblem).join('; ')}`,
  );
}
