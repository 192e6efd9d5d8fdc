import { runCheck } from '../lib/suite.mjs';

export const run = () => runCheck('yarn', ['prettier', '--check', '.']);
