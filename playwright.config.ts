import { defineConfig } from '@playwright/test';

/** Tests run against the production build: `npm run build` first. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'artifacts/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'artifacts/e2e.json' }]],
  // What is timed runs alone, after everything else.
  projects: [
    { name: 'e2e', testIgnore: /pace/ },
    { name: 'pace', testMatch: /pace/, dependencies: ['e2e'] },
  ],
  use: { screenshot: 'only-on-failure' },
});
