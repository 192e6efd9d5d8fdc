import { execFileSync } from 'node:child_process';

import { PYTHON } from './local-aws';

const READ = `
import json, sys
sys.path.insert(0, sys.argv.pop(1))
import extract
print(json.dumps({name: str(value) for name, value in vars(extract.parse_arguments()).items()}))`;

/** What `extract.py` in this directory makes of these words on its command line; it refuses those that it cannot read. */
export function optionsOf(directory: string, words: string[]): Record<string, string> {
  const environment = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const output = execFileSync(PYTHON, ['-c', READ, directory, ...words], { env: environment, encoding: 'utf8' });
  return JSON.parse(output) as Record<string, string>;
}
