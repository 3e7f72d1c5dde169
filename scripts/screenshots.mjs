import { build } from './build.mjs';
import { projectEnvironment, run } from './run.mjs';
import { setup } from './setup.mjs';

/**
 * Makes the pictures in docs/screenshots of every surface and state. One that is as it was, as far as
 * `playwright.config.ts` lets pictures differ, is left alone. Arguments go to Playwright: `npm run screenshots -- -g popup`.
 */
const { path } = await setup();
process.exitCode =
  build() ||
  run(
    'playwright',
    [
      'test',
      '--project=e2e',
      '--project=screenshots',
      'looks.spec.ts',
      '--update-snapshots=changed',
      ...process.argv.slice(2),
    ],
    { env: { ...projectEnvironment(), BROWSER_PATH: path } },
  );
