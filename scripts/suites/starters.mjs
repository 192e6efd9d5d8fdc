import path from 'node:path';
import { ensurePythonTools } from '../lib/python.mjs';
import { fail } from '../lib/say.mjs';
import { runJest } from '../lib/suite.mjs';

/** Generates each starter through the action and runs the generated repository's own test command. */
export function run() {
  const python = ensurePythonTools();
  if (python.problem) {
    fail(
      `The starters suite needs Python: ${python.problem}.`,
      'Install Python 3.10 or newer and try again.',
    );
  }
  return runJest(
    'starters',
    'yarn',
    [
      'workspace',
      'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
      'test:starters',
    ],
    { PATH: [python.bin, process.env.PATH].join(path.delimiter) },
  );
}
