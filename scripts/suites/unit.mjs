import { runJest } from '../lib/suite.mjs';

export const run = () =>
  runJest('unit', 'yarn', [
    'backstage-cli',
    'repo',
    'test',
    '--watchAll=false',
    '--silent',
  ]);
