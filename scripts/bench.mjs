import { join } from 'node:path';
import { build } from './build.mjs';
import { projectEnvironment, projectNode, root, run } from './run.mjs';
import { setup } from './setup.mjs';

const { path } = await setup();
// On the first run npm may have had no other Node than the system's, which reads no TypeScript.
process.exitCode =
  build() ||
  run(projectNode, [join(root, 'tests/bench/run.ts'), ...process.argv.slice(2)], {
    env: { ...projectEnvironment(), BROWSER_PATH: path },
  });
