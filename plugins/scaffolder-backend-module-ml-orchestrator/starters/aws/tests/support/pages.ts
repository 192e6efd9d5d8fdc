import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../infra/config';

/** The actions that the tables of these pages in docs/ name. Not every pipeline has every page. */
export function actionsIn(...pages: string[]): string[] {
  const tables = pages
    .map(page => path.join(ROOT, 'docs', page))
    .filter(existsSync)
    .flatMap(page => readFileSync(page, 'utf8').split('\n'))
    .filter(line => line.startsWith('|'))
    .join('\n');
  return [...new Set([...tables.matchAll(/`([a-z0-9-]+:[A-Za-z*]+)`/g)].map(match => match[1]!))].sort();
}
