import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../infra/config';

/** The actions that the tables of a page in docs/ name. */
export function actionsIn(page: string): string[] {
  const tables = readFileSync(path.join(ROOT, 'docs', page), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join('\n');
  return [...new Set([...tables.matchAll(/`([a-z0-9]+:[A-Za-z*]+)`/g)].map(match => match[1]!))].sort();
}
