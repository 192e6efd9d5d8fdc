/* eslint-disable no-console -- the report is this program's output */
import { parseArgs } from 'node:util';
import { checkGuidanceFiles } from '../src/guidance/checkGuidanceFiles';
import { formatReport } from '../src/guidance/formatReport';

const USAGE = `Usage: npm run guidance:check -- [--standalone] FILE…

Checks guidance layers, in the order in which the portal lays them over each other.

  --standalone  the layers do not extend the default guidance (extendsDefault: false)

Exits with 0 when there is no error, 1 when there is one, 2 when called wrongly.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      standalone: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const report = await checkGuidanceFiles(positionals, {
    extendsDefault: !values.standalone,
  });
  console.log(formatReport(report));
  return report.guidance ? 0 : 1;
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(
      `${error instanceof Error ? error.message : error}\n${USAGE}`,
    );
    process.exitCode = 2;
  },
);
