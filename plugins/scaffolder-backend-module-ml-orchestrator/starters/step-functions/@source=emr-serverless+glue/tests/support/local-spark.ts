import path from 'node:path';

import { ROOT } from '../../infra/config';
import type { LocalAws } from './local-aws';
import { optionsOf } from './script-options';
import { serviceError } from './workflow';

/**
 * What Spark would do with the files of {@link LocalAws}, without Spark: the script reads its options, and the rows are copied as they are.
 * source/tests/ runs the script in real Spark.
 */
export function extractLocally(aws: LocalAws, words: string[]): void {
  const { input = '', output = '' } = optionsOf(path.join(ROOT, 'source'), words);
  const prefix = aws.keyOf(input);
  // Only what is directly below the prefix.
  const keys = aws.keys(prefix).filter(key => key.endsWith('.csv') && !key.slice(prefix.length).includes('/'));
  if (keys.length === 0) throw serviceError('States.TaskFailed', `Path does not exist: ${input}`);
  keys.forEach((key, index) => aws.copy(key, `${aws.keyOf(output)}part-${index}.csv`));
  aws.write(`${aws.keyOf(output)}_SUCCESS`, '');
}
