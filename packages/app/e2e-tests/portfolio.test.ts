import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { enterAsGuest, expectAccessible, photograph } from './support';
import type { Theme } from './support';

const PORTFOLIO = '/ml-orchestrator/portfolio';

/** Opens the portfolio, once the backend has put it together for the first time. */
async function openPortfolio(page: Page) {
  await expect(async () => {
    await page.goto(PORTFOLIO);
    await expect(page.getByRole('table', { name: 'ML pipelines' })).toBeVisible(
      { timeout: 10_000 },
    );
  }).toPass({ timeout: 90_000 });
}

const pipelines = (page: Page) =>
  page.getByRole('table', { name: 'ML pipelines' }).getByRole('rowheader');

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`the portfolio is accessible in the ${theme} theme, as rows and as charts`, async ({
    page,
  }) => {
    await enterAsGuest(page, theme);
    await openPortfolio(page);
    await expectAccessible(page);
    await photograph(page, `portfolio-${theme}`);

    await page.getByRole('button', { name: 'Charts' }).click();
    await expect(page.getByRole('region', { name: 'By team' })).toBeVisible();
    await expect(page).toHaveURL(/show=charts/);
    await expectAccessible(page);
    await photograph(page, `portfolio-charts-${theme}`);
  });
}

test('each number leads to its rows, and the address keeps them', async ({
  page,
}) => {
  await enterAsGuest(page);
  await openPortfolio(page);
  const all = await pipelines(page).count();

  await page.getByRole('link', { name: /^\d+ MWAA/ }).click();
  await expect(page).toHaveURL(/orchestrator=airflow-mwaa/);
  await expect.poll(() => pipelines(page).count()).toBeLessThan(all);
  const some = await pipelines(page).count();
  expect(some).toBeGreaterThan(0);
  await expect(page.getByRole('link', { name: /ML pipelines?$/ })).toHaveText(
    RegExp(`^${some} `),
  );

  await page.getByRole('button', { name: 'Owner' }).click();
  await expect(page).toHaveURL(/sort=owner/);
  await page.reload();
  await expect(
    page.getByRole('columnheader', { name: 'Owner' }),
  ).toHaveAttribute('aria-sort', 'ascending');
  await expect(pipelines(page)).toHaveCount(some);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(some + 1);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(pipelines(page)).toHaveCount(all);
});

test('What if puts an orchestrator on hold, and shows what would change', async ({
  page,
}) => {
  await enterAsGuest(page);
  await openPortfolio(page);
  await page.getByRole('button', { name: 'What if…' }).click();
  await page
    .getByRole('combobox', { name: 'Orchestrator' })
    .selectOption({ value: 'step-functions' });
  await page
    .getByRole('combobox', { name: 'New ring' })
    .selectOption({ value: 'hold' });
  await page.getByRole('textbox', { name: 'Because' }).fill('we try it out');

  const changed = page.getByRole('table', {
    name: 'Pipelines that would change',
  });
  await expect(changed).toContainText(
    /Step Functions went from \w+ to on hold: we try it out/,
  );
  await expect(changed).toContainText('no longer fits');
  await expect(page.getByText('ringReason: we try it out')).toBeVisible();
  await expectAccessible(page);
  await photograph(page, 'what-if-light');

  // The address shares the change; a layer with a mistake says where it is.
  await page.reload();
  await expect(changed).toContainText('we try it out');
  await page
    .getByRole('combobox', { name: 'What to change' })
    .selectOption({ value: 'layer' });
  await page
    .getByRole('textbox', { name: 'Layer' })
    .fill('orchestrators:\n  - id: step-functions\n    ring: nowhere\n');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'This guidance could not be served',
  );
  await expect(page.getByText(/^layer:3:\d+$/)).toBeVisible();
  await expectAccessible(page);
});
