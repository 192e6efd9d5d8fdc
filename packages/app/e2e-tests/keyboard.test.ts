import { expect, test } from '@playwright/test';
import { enterAsGuest, tabTo } from './support';

test('a decision is made with the keyboard alone', async ({ page }) => {
  await enterAsGuest(page);
  await tabTo(
    page,
    page.getByRole('link', { name: 'ML orchestrators' }).first(),
  );
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Decide for me' }));
  await page.keyboard.press('Enter');

  for (const option of [
    'No money spent while nothing runs',
    'Branches, fan-out or waiting for people',
    'Across several AWS services',
  ]) {
    const radio = page.getByRole('radio', { name: option });
    await tabTo(page, page.getByRole('radio').first());
    for (let presses = 0; presses < 8; presses++) {
      if (await radio.evaluate(e => e === document.activeElement)) {
        break;
      }
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Space');
    await expect(radio).toBeChecked();
    await tabTo(page, page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
  }

  await expect(
    page.getByRole('heading', { name: 'AWS Step Functions fits' }),
  ).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Create repository' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/create\/templates\//);
});
