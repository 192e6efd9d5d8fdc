import { expect, test } from '@playwright/test';
import { enterAsGuest, expectAccessible, photograph, tabTo } from './support';

test('from the comparison to a profile, what it costs and who uses it', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/ml-orchestrator/compare');
  await page.getByRole('searchbox', { name: 'Filter rows' }).fill('callback');
  await expect(page).toHaveURL(/filter=callback/);
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.first()).toBeVisible();
  const filtered = await rows.count();
  await page.getByRole('searchbox', { name: 'Filter rows' }).fill('');
  await expect.poll(() => rows.count()).toBeGreaterThan(filtered);

  // The popover of a cell opens with the keyboard alone, and gives the focus back.
  const cell = page
    .getByRole('row', { name: /Branching/ })
    .getByRole('button')
    .first();
  await tabTo(page, cell, 200);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('as of 20');
  await photograph(page, 'compare-detail-light');
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();

  await page
    .getByRole('columnheader', { name: /Step Functions/ })
    .getByRole('link')
    .click();
  await expect(
    page.getByRole('heading', { name: 'AWS Step Functions' }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Who uses it' }).getByRole('link').first(),
  ).toBeVisible();
  await page
    .getByRole('link', { name: 'Estimate for your own workload' })
    .click();
  await page.getByRole('textbox', { name: 'Steps per run' }).fill('20');
  await page.getByRole('textbox', { name: 'Runs a month' }).fill('1000');
  await expect(
    page.getByRole('region', { name: 'Step Functions: Standard workflow' }),
  ).toContainText('(20,000 − 4,000 free) ÷ 1,000 × $0.025 = $0.40');
  await expect(page.locator('.recharts-line').first()).toBeAttached();
});

test('a link to a row, and one to a term, lead there', async ({ page }) => {
  await enterAsGuest(page);
  await page.goto('/ml-orchestrator/compare#criterion-portability');
  await expect(page.locator('#criterion-portability')).toBeFocused();
  await expect(page.locator('#criterion-portability')).toBeInViewport();
  await page.goto('/ml-orchestrator/learn#term-lineage');
  await expect(page.locator('#term-lineage')).toBeFocused();
  await expect(page.locator('#term-lineage')).toBeInViewport();
});

test('the portal’s search finds the guide', async ({ page }) => {
  await enterAsGuest(page);
  const found = page.locator('a[href$="learn#term-idempotency"]');
  // The index is built some seconds after the start.
  await expect(async () => {
    await page.goto('/search?query=idempotency');
    await expect(found.first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await photograph(page, 'search-light');
  await found.first().click();
  await expect(page).toHaveURL(/learn#term-idempotency/);
});

test('the tree as a list, zoomed, and as a file', async ({ page }) => {
  await enterAsGuest(page);
  await page.goto(
    '/ml-orchestrator/decide?answers=policy%3Dno-idle-cost%2Cshape%3Dbranches',
  );
  const drawing = page.getByRole('region', {
    name: 'The decision tree, drawn',
  });
  await expect(drawing.getByRole('button').first()).toBeVisible();
  await drawing.scrollIntoViewIfNeeded();
  await expect(drawing.locator('[aria-current="step"]')).toBeInViewport();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByText('Zoom 125 %')).toBeVisible();
  await expect(drawing.locator('[aria-current="step"]')).toBeInViewport();
  await photograph(page, 'tree-zoomed-light');

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download SVG' }).click();
  expect((await file).suggestedFilename()).toBe('decision-tree.svg');
  await (await file).saveAs('screenshots/decision-tree.svg');

  await page.getByRole('button', { name: 'Show as a list' }).click();
  await expect(
    page.getByRole('group', { name: 'The decision tree as a list' }),
  ).toContainText('(your path)');
  await expectAccessible(page);
  await photograph(page, 'tree-list-light');
});
