import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  enterAsGuest,
  expectAccessible,
  expectNothingGrave,
  photograph,
  settle,
} from './support';
import type { Theme } from './support';

const GUIDE = {
  compare: '/ml-orchestrator/compare',
  differences:
    '/ml-orchestrator/compare?filter=cost&differences=true&hide=airflow-mwaa',
  profile: '/ml-orchestrator/compare/step-functions',
  decide: '/ml-orchestrator/decide',
  result:
    '/ml-orchestrator/decide?answers=policy%3Dno-idle-cost%2Cshape%3Dbranches%2Csteps%3Daws-services',
  conflict: '/ml-orchestrator/decide?answers=policy%3Dportable%2Cshape%3Dloops',
  learn: '/ml-orchestrator/learn',
  cost: '/ml-orchestrator/cost?runsPerMonth=20000&stepsPerRun=20',
  portfolio: '/ml-orchestrator/portfolio',
  'portfolio-charts': '/ml-orchestrator/portfolio?show=charts',
  'what-if':
    '/ml-orchestrator/portfolio/what-if?change=ring&of=step-functions&ring=hold',
  guidance: '/ml-orchestrator/guidance',
};

async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(
    page.getByRole('main').getByRole('heading').first(),
  ).toBeVisible();
  await settle(page);
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`every page is accessible in the ${theme} theme`, async ({ page }) => {
    await enterAsGuest(page, theme);
    for (const [name, address] of Object.entries(GUIDE)) {
      await test.step(name, async () => {
        await open(page, address);
        await photograph(page, `${name}-${theme}`);
        await expectAccessible(page);
      });
    }
    await test.step('entity', async () => {
      await open(page, '/catalog/default/component/fraud-training');
      await photograph(page, `entity-${theme}`);
      await expectNothingGrave(page);
    });
  });
}

for (const [name, viewport] of [
  ['narrow', { width: 360, height: 780 }],
  // What is left of a 1,280 × 800 screen at 200 % zoom.
  ['zoomed', { width: 640, height: 400 }],
] as const) {
  test(`every page fits a ${name} window`, async ({ page }) => {
    await enterAsGuest(page);
    await page.setViewportSize(viewport);
    for (const [pageName, address] of Object.entries(GUIDE)) {
      await test.step(pageName, async () => {
        await open(page, address);
        await photograph(page, `${pageName}-${name}`);
        const overflow = await page.evaluate(() => {
          const main = document.querySelector('main')!;
          return {
            page: document.documentElement.scrollWidth - window.innerWidth,
            main: main.scrollWidth - main.clientWidth,
          };
        });
        expect.soft(overflow, pageName).toEqual({ page: 0, main: 0 });
        await expectAccessible(page);
      });
    }
  });
}

test('every page prints without its controls', async ({ page }) => {
  await enterAsGuest(page);
  await page.emulateMedia({ media: 'print' });
  for (const name of ['compare', 'result'] as const) {
    await test.step(name, async () => {
      await page.goto(GUIDE[name]);
      await settle(page);
      await photograph(page, `${name}-print`);
      await expect(
        page.getByRole('main').getByRole('button', { name: /^copy/i }),
      ).toHaveCount(0);
    });
  }
});
