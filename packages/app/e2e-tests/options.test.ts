import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  enterAsGuest,
  expectNothingGrave,
  nextPage,
  openTemplate,
  photograph,
  tabTo,
} from './support';

const startedByEvents = {
  name: 'started-by-events',
  owner: 'group:default/growth',
  decision: {
    answers: {
      policy: 'no-idle-cost',
      shape: 'branches',
      steps: 'aws-services',
      start: 'event',
    },
    orchestrator: 'step-functions',
  },
};

const arrival = (page: Page) =>
  page.getByRole('radio', { name: 'A CSV file that arrives in S3' });
const fromAnswers = (page: Page) =>
  page.getByRole('region', { name: 'From your answers' });

async function goOnToOptions(page: Page) {
  await nextPage(page, page.getByRole('textbox', { name: 'Name' }));
  await nextPage(page, page.getByRole('region', { name: 'Options' }));
}

test('the options start with what the answers imply, and follow the decision', async ({
  page,
}) => {
  await enterAsGuest(page);
  await openTemplate(page, startedByEvents);
  await goOnToOptions(page);
  await expect(arrival(page)).toBeChecked();
  await expect(fromAnswers(page)).toContainText('in use');
  await expectNothingGrave(page);
  await photograph(page, 'template-options-light');

  // Somebody else's choice of orchestrator is another starter, and another offer.
  await page
    .getByRole('radio', { name: 'Yes: the same workflow in Python as well' })
    .check();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Use something else' }).click();
  await page
    .getByRole('combobox', { name: 'Orchestrator' })
    .selectOption('airflow-mwaa');
  await page.getByRole('textbox', { name: 'Why' }).fill('The team knows it.');
  await goOnToOptions(page);
  await expect(
    page.getByRole('alert').filter({ hasText: 'Dropped' }),
  ).toContainText('AWS Step Functions Data Science SDK');
  await expect(arrival(page)).toBeChecked();
  await expect(
    page.getByRole('radio', { name: 'One that is there already' }),
  ).toBeChecked();
  await page.getByText('Not offered by this starter').click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Tuning' }),
  ).toBeVisible();
  await expectNothingGrave(page);
  await photograph(page, 'template-options-dropped-light');
});

test('the options in the dark theme: what is wrong is said beside it, and in words', async ({
  page,
}) => {
  await enterAsGuest(page, 'dark');
  await openTemplate(page, {
    ...startedByEvents,
    options: { trigger: 'schedule', schedule: 'daily', region: 'us-east-1' },
  });
  await goOnToOptions(page);
  await expect(page.getByRole('textbox', { name: 'Schedule' })).toHaveValue(
    'daily',
  );
  await expect(fromAnswers(page)).toContainText('not in use');
  await expectNothingGrave(page);
  await photograph(page, 'template-options-dark');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText(/'Options' Schedule: must have five/),
  ).toBeVisible();
  await expect(page.getByText(/^must have five fields/)).toBeVisible();
  // No axe here: the red of messages is the theme's, as in every form of the portal.
  await photograph(page, 'template-options-refused-dark');
  await page.getByRole('textbox', { name: 'Schedule' }).fill('0 6 1 * *');
  await nextPage(page, page.getByRole('radio', { name: 'GitLab CI/CD' }));
});

test('the options are chosen with the keyboard alone', async ({ page }) => {
  await enterAsGuest(page);
  await openTemplate(page, {
    ...startedByEvents,
    options: { trigger: 'by-hand' },
  });
  await goOnToOptions(page);

  const byHand = page.getByRole('radio', { name: 'Somebody, by hand' });
  await tabTo(page, byHand);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'A schedule' })).toBeChecked();
  await tabTo(page, page.getByRole('textbox', { name: 'Schedule' }));
  await page.keyboard.type('0 6 * * 1');

  const region = page.getByRole('button', { name: /AWS region/ });
  await tabTo(page, region);
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('option', { name: 'Europe (Frankfurt)' }),
    20,
    'ArrowDown',
  );
  await page.keyboard.press('Enter');
  await expect(region).toHaveText('Europe (Frankfurt)');

  // Using what the answers imply takes the button away, not the place.
  await tabTo(page, fromAnswers(page).getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(arrival(page)).toBeChecked();
  await expect(fromAnswers(page).getByRole('listitem')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'GitLab CI/CD' })).toBeVisible();
});
