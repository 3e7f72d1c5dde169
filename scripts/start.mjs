import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, extensionPath } from './build.mjs';
import { projectNode, root, run } from './run.mjs';
import { setup } from './setup.mjs';

const { path: browserPath } = await setup();
if (Number.parseInt(process.versions.node, 10) < 24) {
  // On the first run npm had no other Node than the system's to start this file with.
  process.exit(run(projectNode, [fileURLToPath(import.meta.url)]));
}
if (build() !== 0) process.exit(1);

if (hasDisplay()) {
  const { openBrowser } = await import('./open-browser.mjs');
  await openBrowser({ browserPath, extensionPath, profile: join(root, 'artifacts/profile') });
} else {
  const { runMainJob } = await import('./main-job.mjs');
  const outFolder = join(root, 'artifacts/main-job');
  await runMainJob({ browserPath, extensionPath, outFolder });
  console.log(`Screenshots: ${outFolder}`);
}

function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
