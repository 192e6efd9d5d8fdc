import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  enterAsGuest,
  expectAccessible,
  expectNothingGrave,
  openTemplate,
  photograph,
} from './support';

const repositories = path.resolve('.local/browser/repositories');
const NAME = 'browser-walk';

test('from a question to a linked repository', async ({ page }) => {
  await enterAsGuest(page);

  await page.getByRole('link', { name: 'ML orchestrators' }).first().click();
  await expect(
    page.getByRole('heading', { name: 'Choosing an ML orchestrator' }),
  ).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'compare-light');

  // A worked scenario: a file landing in S3 starts feature extraction.
  await page.getByRole('button', { name: 'Decide for me' }).click();
  for (const option of [
    'No money spent while nothing runs',
    'Branches, fan-out or waiting for people',
    'Across several AWS services',
  ]) {
    await page.getByRole('radio', { name: option }).check();
    await photograph(page, 'decide-light');
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await expect(
    page.getByRole('heading', { name: 'AWS Step Functions fits' }),
  ).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'result-light');

  // The answers live in the address: Back takes the last one back.
  await page.goBack();
  await expect(
    page.getByRole('radio', { name: 'Across several AWS services' }),
  ).toBeVisible();
  await page.goForward();

  await page.getByRole('button', { name: 'Create repository' }).click();
  await expect(page.getByText('AWS Step Functions fits')).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'template-decision-light');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
  await page.getByRole('textbox', { name: 'Owner' }).fill('growth');
  await page.getByRole('option', { name: /growth/i }).click();
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill('Walks "the whole" path: {{ braces }}, ${{ expressions }} 🚀');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('spinbutton', { name: 'Quality gate' }),
  ).toHaveValue('0.8');
  await page.getByRole('button', { name: /AWS region/ }).click();
  await page.getByRole('option', { name: 'Europe (Frankfurt)' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('radio', { name: 'GitLab CI/CD' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();

  // What will be created is shown before it is: the README first, then any file.
  await expect(
    page.getByRole('region', { name: 'Content of README.md' }),
  ).toContainText(NAME);
  await page.getByRole('button', { name: 'pipeline.asl.json' }).click();
  await expect(
    page.getByRole('region', { name: 'Content of workflow/pipeline.asl.json' }),
  ).toContainText('StartAt');
  await expect(page.getByText('opens in Workflow Studio')).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'template-preview-light');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('AWS Step Functions').first()).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'template-review-light');
  await page.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByText(/make verify/).first()).toBeVisible({
    timeout: 60_000,
  });
  // No axe here: the task page is Backstage's, and so is its log viewer.
  await photograph(page, 'task-light');

  const repository = path.join(repositories, NAME);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
  expect(git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('main');
  expect(git('status', '--porcelain')).toBe('');
  expect(existsSync(path.join(repository, 'workflow'))).toBe(true);
  expect(readFileSync(path.join(repository, 'README.md'), 'utf8')).toContain(
    '🚀',
  );

  // The catalog picks it up within 20 seconds, and the task's link leads to it.
  // A busy machine takes some more to draw the page.
  const toEntity = page.getByRole('link', { name: 'Open in the catalog' });
  const address = await toEntity.getAttribute('href');
  expect(address).toBe(`/catalog/default/component/${NAME}`);
  await expect(async () => {
    await page.goto(address!);
    await expect(page.getByText('Still what the guide')).toBeVisible({
      timeout: 10_000,
    });
  }).toPass({ timeout: 45_000 });
  await page.getByText(/answers behind it/).click();
  await expect(page.getByText('Across several AWS services')).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'entity-light');

  // Its documentation is rendered on this machine, the decision record with it.
  await page.goto(
    `/docs/default/component/${NAME}/decisions/0001-orchestrator`,
  );
  await expect(
    page.getByRole('heading', { name: 'Use AWS Step Functions for' }),
  ).toBeVisible({ timeout: 60_000 });
  await photograph(page, 'decision-record-light');
});

test('the preview in the dark theme, for what a link filled in', async ({
  page,
}) => {
  await enterAsGuest(page, 'dark');
  const filled = {
    decision: {
      answers: {
        policy: 'none',
        shape: 'gate',
        steps: 'beyond-aws',
        team: 'airflow-team',
        start: 'data-intervals',
      },
      orchestrator: 'airflow-mwaa',
    },
    name: 'from-a-link',
    owner: 'group:default/growth',
    options: { trigger: 'by-hand', region: 'eu-central-1' },
    ci: 'gitlab',
  };
  await openTemplate(page, filled);
  for (const step of ['Decide', 'Describe', 'Options', 'Destination']) {
    await expect(page.getByText(step, { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await page.getByRole('button', { name: '.gitlab-ci.yml' }).click();
  await expect(
    page.getByRole('region', { name: 'Content of .gitlab-ci.yml' }),
  ).toContainText('make verify');
  await expect(page.getByText(/Because of your choice: GitLab/)).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'template-preview-dark');
});
