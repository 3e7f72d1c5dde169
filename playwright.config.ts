import { defineConfig } from '@playwright/test';
import type { TestOptions } from './tests/e2e/fixtures.ts';

/** Tests run against the production build: `npm run build` first. */
export default defineConfig<TestOptions>({
  testDir: 'tests',
  outputDir: 'artifacts/e2e',
  testMatch: /\.spec\.ts$/,
  fullyParallel: true,
  workers: 2,
  // A busy machine takes its time; what has to be quick is measured in its own test.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // A few letters' edges may be drawn otherwise by another machine; a changed text or colour is far more.
    toHaveScreenshot: {
      pathTemplate: 'docs/screenshots/{arg}{ext}',
      maxDiffPixelRatio: 0.002,
      threshold: 0.2,
    },
  },
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
    // Made anew, with those of `e2e`, by `npm run screenshots`; one state in two sizes tells no more than in one.
    { name: 'screenshots', testMatch: /looks\.spec\.ts$/, use: { pixelRatio: 2 } },
  ],
  use: { screenshot: 'only-on-failure' },
});
