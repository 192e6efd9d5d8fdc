/** Tells the person at the terminal what is going on. */
export function say(message) {
  process.stdout.write(`\n▸ ${message}\n`);
}

/** Ends the script with what went wrong and what to do about it. */
export function fail(problem, remedy) {
  process.stderr.write(`\n✖ ${problem}\n  ${remedy}\n`);
  process.exit(1);
}
