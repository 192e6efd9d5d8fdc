import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectNothingGrave, nextPage, photograph } from './support';

// The harness of the old frontend system: a small guide, the real engine and no backend.
test.use({ baseURL: 'http://localhost:3200' });

async function enter(page: Page, path: string) {
  // Without a backend the harness asks whether a guest without a token will do.
  page.on('dialog', dialog => dialog.accept());
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
}

test('the old frontend system leads from Compare to a result', async ({
  page,
}) => {
  await enter(page, '/ml-orchestrator');
  await expect(
    page.getByRole('heading', { level: 1, name: 'ML orchestrators' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/ml-orchestrator\/compare$/);
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  await expectNothingGrave(page);
  await photograph(page, 'legacy-compare-light');

  await page.getByRole('tab', { name: 'Decide' }).click();
  for (const option of ['Across AWS services', 'Yes, it loops']) {
    await page.getByRole('radio', { name: option }).check();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  const result = page.getByRole('heading', { name: 'AWS Step Functions fits' });
  const airflow = page.getByRole('radio', { name: 'No Airflow yet' });
  await expect(result.or(airflow)).toBeVisible();
  if (await airflow.isVisible()) {
    await airflow.check();
    await page.getByRole('button', { name: 'Next' }).click();
  }
  await expect(result).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'legacy-result-light');

  // The answers live in the address, here too.
  await page.reload();
  await expect(result).toBeVisible();

  await page.goto('/catalog/default/component/churn-training');
  await expect(
    page.getByText('Still what the guide would choose').first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Open in the guide' }).first().click();
  await expect(result).toBeVisible();
});

test('entities and their filters on the old frontend system', async ({
  page,
}) => {
  await enter(page, '/catalog');
  const linked = page.getByRole('link', { name: 'churn-training' });
  const other = page.getByRole('link', { name: 'basket-forecast' });
  await expect(other).toBeVisible();
  await page.getByRole('textbox', { name: 'Orchestrator verdict' }).click();
  await page.getByText('✔ fits').click();
  await page.keyboard.press('Escape');
  await expect(other).toHaveCount(0);
  await photograph(page, 'legacy-catalog-light');

  await linked.click();
  await expect(page.getByText('Still what the guide would choose')).toHaveCount(
    2,
  );
  await expect(
    page.getByRole('heading', { name: 'Pipeline graph' }),
  ).toBeVisible();
  await photograph(page, 'legacy-entity-light');

  await page.goto('/catalog/default/component/basket-forecast');
  await expect(page.getByText('Which orchestrator runs this?')).toBeVisible();
});

test('the fields in a template form on the old frontend system', async ({
  page,
}) => {
  await enter(page, '/create');
  for (const option of ['Only SageMaker jobs', 'No loops']) {
    await page.getByRole('radio', { name: option }).check();
    await page.getByRole('button', { name: 'Next' }).first().click();
  }
  await expect(
    page.getByRole('heading', { name: 'Amazon SageMaker Pipelines fits' }),
  ).toBeVisible();
  const schedule = page.getByRole('textbox', { name: 'Schedule' });
  await nextPage(page, schedule);
  await expect(page.getByRole('radio', { name: 'A schedule' })).toBeChecked();
  await schedule.fill('daily');
  await page.getByRole('button', { name: /AWS region/ }).click();
  await page.getByRole('option', { name: 'Europe (Frankfurt)' }).click();
  await expectNothingGrave(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText("'Options' Schedule: must have five fields"),
  ).toBeVisible();
  await photograph(page, 'legacy-options-light');
  await schedule.fill('0 6 1 * *');
  await nextPage(
    page,
    page.getByRole('region', { name: 'Content of README.md' }),
  );
});
