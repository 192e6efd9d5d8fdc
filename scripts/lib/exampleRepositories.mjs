import fs from 'node:fs';
import path from 'node:path';
import { root } from './toolchain.mjs';

const examples = path.join(root, 'examples', 'repositories');
const author = { name: 'Example Company', email: 'ml@example.com' };

/**
 * Puts the example repositories where the portal keeps its local ones, each with one
 * commit. What is there already is somebody's, and stays as it is.
 */
export async function placeExampleRepositories(folder) {
  // Only now: before the dependencies are installed it is not there.
  const { default: git } = await import('isomorphic-git');
  for (const name of fs.readdirSync(examples)) {
    const place = path.join(folder, name);
    if (fs.existsSync(place)) {
      continue;
    }
    // The portal looks at the folder all the time, and skips names with a dot.
    const dir = path.join(folder, `.${name}`);
    fs.rmSync(dir, { recursive: true, force: true });
    fs.cpSync(path.join(examples, name), dir, { recursive: true });
    await git.init({ fs, dir, defaultBranch: 'main' });
    await git.add({ fs, dir, filepath: '.' });
    await git.commit({ fs, dir, author, message: `Start ${name}` });
    fs.renameSync(dir, place);
  }
}
