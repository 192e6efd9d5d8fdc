import { runCheck } from '../lib/suite.mjs';

export const run = () =>
  runCheck('yarn', ['backstage-cli', 'repo', 'lint', '--max-warnings', '0']);
