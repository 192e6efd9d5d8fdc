import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A theme of the portal. */
export type Theme = 'light' | 'dark';

// Backstage's progress bar has no name, and whether one of its own cards still shows one
// while axe looks is a matter of milliseconds.
const NAMELESS_PROGRESS = 'aria-progressbar-name';

/** Signs in as guest and waits for the sidebar. */
export async function enterAsGuest(page: Page, theme: Theme = 'light') {
  await page.addInitScript(
    chosen => window.localStorage.setItem('theme', chosen),
    theme,
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByRole('link', { name: 'ML orchestrators' }).first(),
  ).toBeVisible();
}

/** Waits until nothing on the page is still loading, Backstage's own cards included. */
export async function settle(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('progressbar')).toHaveCount(0, {
    timeout: 30_000,
  });
}

/** Fails on any violation that axe finds in what this project draws on a page of the guide. */
export async function expectAccessible(page: Page) {
  await settle(page);
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .disableRules(NAMELESS_PROGRESS)
    .analyze();
  // Softly, so that one run tells about every page.
  expect
    .soft(
      violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' | ')}`),
      page.url(),
    )
    .toEqual([]);
}

/**
 * Fails on violations that axe calls serious or critical, on pages that are mostly
 * Backstage's. Left out are the tabs and the sidebar of its frame: its tabs name a panel
 * that it does not draw.
 */
export async function expectNothingGrave(page: Page) {
  await settle(page);
  const { violations } = await new AxeBuilder({ page })
    .exclude('.bui-Tabs')
    .exclude('nav')
    .disableRules(NAMELESS_PROGRESS)
    .analyze();
  const grave = violations.filter(
    v => v.impact === 'serious' || v.impact === 'critical',
  );
  expect(
    grave.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' | ')}`),
  ).toEqual([]);
}

/** Keeps a screenshot for a reviewer to leaf through. */
export async function photograph(page: Page, name: string) {
  await page.screenshot({ path: `screenshots/${name}.png`, fullPage: true });
}

/** Presses Tab, or another key, until the element has the focus, as somebody without a mouse would. */
export async function tabTo(
  page: Page,
  target: Locator,
  atMost = 80,
  key = 'Tab',
) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < atMost; presses++) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached by ${atMost} presses of ${key}`);
}

/** Opens the template with its form filled in, as a link does. */
export async function openTemplate(page: Page, filledIn: object) {
  const query = new URLSearchParams({ formData: JSON.stringify(filledIn) });
  await page.goto(`/create/templates/default/ml-pipeline?${query}`);
}

/** Goes on to the next page of a template's form, which shows the element. */
export async function nextPage(page: Page, shows: Locator) {
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(shows).toBeVisible();
}
