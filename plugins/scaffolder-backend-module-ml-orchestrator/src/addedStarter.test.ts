import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  loadDefaultGuidance,
  startersExtensionPoint,
} from 'backstage-plugin-ml-orchestrator-node';
import { guidanceFor } from './__testUtils__/guidance';
import { decisions } from './__testUtils__/starters';
import { startScaffolder } from './__testUtils__/startScaffolder';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'added-starter-'));
  await mkdir(join(directory, '@ci=gitlab'));
  const files = {
    'files.yaml': 'reasons: { main.py: the flow, README.md: ours }\n',
    'main.py.eta': 'NAME = <%= py(name) %>\n',
    'README.md': '# Ours\n',
    '@ci=gitlab/README.md': '# Ours, on GitLab\n',
  };
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(directory, path), content);
  }
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A portal whose Step Functions starter is another one. */
function start(ids: string[]) {
  const ourStarters = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'our-starters',
    register(env) {
      env.registerInit({
        deps: { starters: startersExtensionPoint },
        async init({ starters }) {
          ids.forEach(id => starters.addStarter({ id, directory }));
        },
      });
    },
  });
  return startScaffolder({
    features: [ourStarters],
    guidance: guidanceFor(async () => {
      const guidance = await loadDefaultGuidance();
      const orchestrators = guidance.orchestrators.map(o =>
        o.id === 'step-functions' ? { ...o, starter: 'ours' } : o,
      );
      return { ...guidance, orchestrators };
    }),
  });
}

describe('a starter that a module adds', () => {
  it('is generated with what all starters share', async () => {
    const backend = await start(['ours']);
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/ml-orchestrator/preview`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          spec: {
            decision: decisions['step-functions'],
            name: 'churn',
            ci: 'gitlab',
          },
        }),
      },
    );
    const { files } = await response.json();
    await backend.stop();
    const content = new Map(
      files.map((f: { path: string; content: string }) => [f.path, f.content]),
    );
    expect(content.get('main.py')).toBe('NAME = "churn"\n');
    expect(content.get('README.md')).toBe('# Ours, on GitLab\n');
    expect([...content.keys()]).toEqual(
      expect.arrayContaining(['catalog-info.yaml', 'steps/train.py']),
    );
    expect([...content.keys()]).not.toContain('workflow/pipeline.asl.json');
  }, 60_000);

  it.each([
    ['an id twice', ['ours', 'ours']],
    ['the id of a starter of the plugin', ['step-functions']],
  ])(
    'is refused at start with %s',
    async (_, ids) => {
      await expect(start(ids)).rejects.toThrow(
        /There are two starters with the id/,
      );
    },
    60_000,
  );
});
