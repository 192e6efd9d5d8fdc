import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { enterAsGuest, expectNothingGrave, photograph, tabTo } from './support';
import type { Theme } from './support';

const open = (page: Page, name: string, rest = '') =>
  page.goto(`/catalog/default/component/${name}${rest}`);

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`card and tab of a linked entity, ${theme}`, async ({ page }) => {
    await enterAsGuest(page, theme);
    await open(page, 'dispute-scoring');
    await expect(
      page.getByText('The guide would now choose AWS Step Functions'),
    ).toBeVisible();
    await expect(page.getByText('Feb 12, 2024')).toBeVisible();
    await expectNothingGrave(page);
    await photograph(page, `entity-card-${theme}`);

    await open(page, 'campaign-scoring', '/ml-orchestrator');
    await expect(
      page.getByText('Still what the guide would choose'),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: /stateMachine:campaign-scoring/ }),
    ).toHaveAttribute('href', /eu-west-1\.console\.aws\.amazon\.com\/states/);
    const step = page.getByRole('button', { name: /^ScoreCampaigns/ });
    await tabTo(page, step, 120);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('region', { name: 'Details of ScoreCampaigns' }),
    ).toContainText(/for each campaign.*Score$/);
    await expectNothingGrave(page);
    await photograph(page, `entity-graph-${theme}`);
  });
}

test('the graphs of all three orchestrators, also as a list, also narrow', async ({
  page,
}) => {
  await enterAsGuest(page);
  await open(page, 'churn-training', '/ml-orchestrator');
  await expect(
    page.getByRole('button', { name: 'QualityGate, decision' }),
  ).toBeVisible();
  await photograph(page, 'entity-graph-sagemaker');
  await page.getByRole('button', { name: 'Show as a list' }).click();
  await expect(
    page.getByRole('list', { name: 'The pipeline as a list' }),
  ).toContainText('metrics.auc ≥ AucThreshold');
  await expectNothingGrave(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'lifetime-value', '/ml-orchestrator');
  await page
    .getByRole('combobox', { name: 'DAG' })
    .selectOption('lifetime_value_backfill');
  await expect(page.getByRole('button', { name: /^start_runs/ })).toBeVisible();
  await photograph(page, 'entity-graph-narrow');

  await open(page, 'chargeback-features', '/ml-orchestrator');
  await expect(
    page.getByText('No definition of the pipeline was found.'),
  ).toBeVisible();
  await expect(page.getByText('workflow/pipeline.asl.json')).toBeVisible();
});

test('an invitation to link what is not linked', async ({ page }) => {
  await enterAsGuest(page);
  await open(page, 'credit-limit');
  await expect(page.getByText('Which orchestrator runs this?')).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'entity-invitation');
  await page.getByRole('button', { name: 'Link this pipeline' }).click();
  await expect(page).toHaveURL(/create\/templates\/default\/link-ml-pipeline/);
  await expect(page.getByRole('textbox', { name: 'Pipeline' })).toHaveValue(
    /credit-limit|Credit limit/,
  );
});

test('the page of an orchestrator lists what runs on it', async ({ page }) => {
  await enterAsGuest(page);
  await page.goto('/catalog/default/resource/airflow-mwaa');
  const table = page.getByRole('table', { name: 'What runs on it' });
  await expect(table).toContainText(/Dispute scoring.*no longer fits/);
  await expectNothingGrave(page);
  await photograph(page, 'entity-orchestrator');
});

test('the catalog is filtered by verdict and by orchestrator', async ({
  page,
}) => {
  await enterAsGuest(page);
  // The catalog notes verdicts as it processes entities.
  await expect(async () => {
    await page.goto('/?filters[kind]=component&filters[user]=all');
    await expect(
      page.getByRole('textbox', { name: 'Orchestrator verdict' }),
    ).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 90_000 });
  await page.getByRole('textbox', { name: 'Orchestrator verdict' }).click();
  await page.getByText('▲ no longer fits').click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('link', { name: 'Dispute scoring' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Churn training' })).toHaveCount(
    0,
  );
  await expect(page).toHaveURL(/mlVerdicts/);

  await page
    .getByRole('textbox', { name: /^Orchestrator(?! verdict)/ })
    .click();
  const offered = page.getByRole('listbox');
  await offered.getByText('Step Functions', { exact: true }).click();
  await expect(page).toHaveURL(/mlOrchestrators.*step-functions/);
  // It runs on Airflow.
  await expect(page.getByRole('link', { name: 'Dispute scoring' })).toHaveCount(
    0,
  );
  await offered.getByText('MWAA (Airflow)', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('link', { name: 'Dispute scoring' }),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  await photograph(page, 'catalog-filtered');
});
