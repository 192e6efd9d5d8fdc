import { defineConfig } from '@playwright/test';

const configs =
  '--config ../../app-config.yaml --config ../../app-config.browser.yaml';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    baseURL: 'http://localhost:3100',
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 1000 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    {
      command: `yarn workspace backend start ${configs}`,
      url: 'http://localhost:7107/.backstage/health/v1/readiness',
      timeout: 180_000,
    },
    {
      command: `yarn workspace app start ${configs}`,
      url: 'http://localhost:3100',
      timeout: 240_000,
    },
    // The same pages on the old frontend system, with a small guide and no backend.
    {
      command: 'yarn workspace backstage-plugin-ml-orchestrator start:legacy',
      env: { APP_CONFIG_app_baseUrl: 'http://localhost:3200' },
      url: 'http://localhost:3200',
      timeout: 240_000,
    },
  ],
});
