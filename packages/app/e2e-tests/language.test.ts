import { expect, test } from '@playwright/test';
import { enterAsGuest, photograph } from './support';

test('a reader chooses German in the settings', async ({ page }) => {
  await enterAsGuest(page);
  await page.goto('/settings');
  await page.getByText('English').click();
  await page.getByRole('option', { name: 'Deutsch' }).click();

  await page.goto('/catalog/default/component/fraud-training');
  await expect(
    page.getByRole('link', { name: 'Im Leitfaden öffnen' }),
  ).toBeVisible();
  await photograph(page, 'entity-german-light');
});
