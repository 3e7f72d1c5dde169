import { defineConfig } from '@playwright/test';

/** Tests run against the production build: `npm run build` first. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'artifacts/e2e',
  testMatch: /\.spec\.ts$/,
  fullyParallel: true,
  workers: 2,
  // A busy machine takes its time; what has to be quick is measured in its own test.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'artifacts/e2e.json' }]],
  // What is timed runs alone, after everything else.
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testIgnore: /pace/ },
    { name: 'hostile', testDir: 'tests/hostile', testIgnore: /pace|soak/ },
    { name: 'faults', testDir: 'tests/faults', testIgnore: /pace|soak/ },
    { name: 'pace', testMatch: /pace\.spec\.ts$/, dependencies: ['e2e', 'hostile', 'faults'], workers: 1 },
    // Takes minutes, so it is asked for by name: `npm run test:soak`. Faults come here too, many more of each.
    { name: 'soak', testMatch: [/soak\.spec\.ts$/, /faults\/.*\.spec\.ts$/], workers: 1, timeout: 3_600_000 },
  ],
  use: { screenshot: 'only-on-failure' },
});
