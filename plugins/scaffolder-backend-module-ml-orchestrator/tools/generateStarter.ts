/**
 * `npm run starter -- SPEC FOLDER`: generates a starter from a spec in a JSON file,
 * with the default guidance, for those who work on the starters. Files that are
 * there are replaced, and others left alone, so that what was installed stays.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { starterTrees } from '../src/module';
import {
  checkStarterChoice,
  parseStarterSpec,
  planStarter,
} from '../src/starters';

async function main([specFile, folder]: string[]) {
  if (!specFile || !folder) {
    throw new Error('Say which spec and which folder: SPEC FOLDER');
  }
  const spec = parseStarterSpec(JSON.parse(await readFile(specFile, 'utf8')));
  const guidance = await loadDefaultGuidance();
  const files = planStarter(spec, {
    guidance,
    decision: checkStarterChoice(guidance, spec.decision),
    trees: await starterTrees()(),
  });
  for (const { path, content, executable } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: executable ? 0o755 : 0o644 });
  }
  process.stdout.write(`${files.length} files in ${folder}\n`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
