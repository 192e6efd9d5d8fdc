import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  enterAsGuest,
  expectNothingGrave,
  nextPage,
  photograph,
} from './support';

const NAME = 'basket-forecast';
const BRANCH = `ml-orchestrator/link-component-default-${NAME}`;
const repository = path.resolve('.local/browser/repositories', NAME);
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });

const field = (page: Page, name: string) =>
  page.getByRole('textbox', { name, exact: false });

// The catalog and the scaffolder do their work in between.
test.slow();
// The second finds what the first one linked.
test.describe.configure({ mode: 'serial' });

/** Opens the page of the pipeline, until it shows what is waited for. */
async function seeEntity(page: Page, text: string | RegExp) {
  await expect(async () => {
    await page.goto(`/catalog/default/component/${NAME}`);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 150_000 });
}

/** Opens the template, and picks the pipeline. */
async function pickPipeline(page: Page) {
  await page.goto('/create/templates/default/link-ml-pipeline');
  await field(page, 'Pipeline').fill('Basket');
  await page.getByRole('option', { name: /basket forecast/i }).click();
  await nextPage(
    page,
    page.getByRole('radio', { name: /^Answer the questions/ }),
  );
}

test('a pipeline that was there already is linked on a branch of its repository', async ({
  page,
}) => {
  await enterAsGuest(page);
  // Detection has looked into its repository, and says what it saw there.
  await seeEntity(page, 'It looks as if it runs on AWS Step Functions');
  await expect(page.getByText('workflow/forecast.asl.json')).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Link it to AWS Step Functions' }),
  ).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'link-proposal-light');
  await pickPipeline(page);

  for (const option of [
    'No money spent while nothing runs',
    'Branches, fan-out or waiting for people',
    'Across several AWS services',
  ]) {
    const radio = page.getByRole('radio', { name: option });
    await radio.check();
    // Enter answers the question; the form's own button goes on to its next page.
    await radio.press('Enter');
  }
  await expect(page.getByText('AWS Step Functions fits')).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'link-decision-light');
  await nextPage(page, field(page, 'Name in the orchestrator'));
  await field(page, 'Name in the orchestrator').fill(NAME);
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('AWS Step Functions').first()).toBeVisible();
  await photograph(page, 'link-review-light');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('The change waits on the branch')).toBeVisible({
    timeout: 60_000,
  });
  await photograph(page, 'link-task-light');

  // What is checked out is nobody's business but the team's.
  expect(git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('main');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '-1', '--format=%s', BRANCH).trim()).toBe(
    `Link ${NAME} to AWS Step Functions`,
  );
  expect(
    git('diff', '--name-status', 'main', BRANCH).trim().split('\n'),
  ).toEqual(['M\tcatalog-info.yaml', 'A\tdocs/decisions/0002-orchestrator.md']);
  // Nothing but the annotations is added to the file, and nothing is taken away.
  const linked = git('show', `${BRANCH}:catalog-info.yaml`);
  const added = /^ {2}annotations:\n(?: {4}ml-orchestrator\/.*\n)+/m;
  expect(linked).toMatch(added);
  expect(linked).toContain('ml-orchestrator/orchestrator: step-functions');
  expect(linked).toContain(`ml-orchestrator/state-machine: ${NAME}`);
  expect(linked.replace(added, '')).toBe(git('show', 'main:catalog-info.yaml'));

  // Once it is merged, the catalog shows the link.
  git('merge', '--ff-only', BRANCH);
  await seeEntity(page, 'Still what the guide');
  await photograph(page, 'link-entity-light');
});

test('to say what a pipeline runs on is enough', async ({ page }) => {
  await enterAsGuest(page, 'dark');
  await pickPipeline(page);
  await page.getByRole('radio', { name: 'Say what it runs on' }).check();
  await field(page, 'Orchestrator').fill('Step');
  await page.getByRole('option', { name: /step functions/i }).click();
  await expectNothingGrave(page);
  await photograph(page, 'link-runs-on-dark');
  await nextPage(page, field(page, 'Name in the orchestrator'));
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  // It was linked to the same one before, and that is left as it is.
  await expect(
    page.getByText(/^Its catalog-info.yaml says this already/),
  ).toBeVisible({
    timeout: 60_000,
  });
});
