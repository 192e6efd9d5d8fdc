// `npm test`: runs every suite, or those named: `npm test -- unit browser`.
// `--all` has the starters suite try every combination of options instead of a pairwise selection.
import { fail, say } from './lib/say.mjs';
import { ensureDependencies, ensureToolchain } from './lib/toolchain.mjs';

const SUITES = [
  'types',
  'lint',
  'format',
  'unit',
  'postgres',
  'starters',
  'browser',
];

ensureToolchain();
const given = process.argv.slice(2);
if (given.includes('--all')) {
  process.env.STARTERS_ALL = '1';
}
const named = given.filter(argument => argument !== '--all');
const unknown = named.filter(name => !SUITES.includes(name));
if (unknown.length > 0) {
  fail(
    `There is no suite called ${unknown.join(', ')}.`,
    `Suites are: ${SUITES.join(', ')}.`,
  );
}
ensureDependencies();

const totals = { passed: 0, failed: 0 };
const lines = [];
const broken = [];
for (const name of named.length > 0 ? named : SUITES) {
  say(`Suite: ${name}`);
  const started = Date.now();
  const { run } = await import(`./suites/${name}.mjs`);
  const { passed, failed, failures = [] } = await run();
  broken.push(...failures.map(failure => `${name}: ${failure}`));
  totals.passed += passed;
  totals.failed += failed;
  const seconds = Math.round((Date.now() - started) / 1000);
  lines.push(
    `${name.padEnd(9)} ${passed} passed, ${failed} failed (${seconds} s)`,
  );
}

// Once more at the end, for those who see no more of a long log.
broken.forEach(failure => process.stdout.write(`\n✕ ${failure}\n`));
process.stdout.write(`\n${lines.join('\n')}\n`);
process.stdout.write(
  `\ntests: ${totals.passed} passed, ${totals.failed} failed\n`,
);
process.exit(totals.failed > 0 ? 1 : 0);
