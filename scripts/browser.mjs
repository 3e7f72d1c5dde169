import { existsSync } from 'node:fs';
import { browserPlaces } from './browser-places.mjs';
import { run as runProgram } from './run.mjs';

/** @typedef {'chromium' | 'branded'} Kind Branded browsers ignore `--load-extension` (Chrome since 137). */
/** @typedef {{ path: string, kind: Kind }} Browser */

/**
 * What finding a browser needs of the machine.
 * @typedef {object} Machine
 * @property {string} platform as in `process.platform`
 * @property {Record<string, string | undefined>} env
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} exists
 * @property {(command: string, args: string[], options?: { quiet?: boolean, env?: NodeJS.ProcessEnv }) => number} run exit code
 * @property {() => Promise<string>} playwrightPath where Playwright keeps its own Chromium
 */

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  run: runProgram,
  playwrightPath: async () => (await import('playwright-core')).chromium.executablePath(),
};

/**
 * Finds a browser that can run the extension, and gets one if there is none. The order: BROWSER_PATH, Chromium of the
 * system, Playwright's own, which is downloaded if it can be, Debian's package, and at last Edge, Brave or Chrome.
 * @param {Machine} [machine]
 * @returns {Promise<Browser>}
 * @throws {Error} with what to do, if BROWSER_PATH is wrong or no browser is to be had.
 */
export async function findBrowser(machine = thisMachine) {
  const { env, exists, run } = machine;
  if (env.BROWSER_PATH) {
    if (exists(env.BROWSER_PATH)) return { path: env.BROWSER_PATH, kind: kindOf(env.BROWSER_PATH) };
    throw new Error(`BROWSER_PATH is ${env.BROWSER_PATH}, where there is no file. Correct it or unset it.`);
  }
  const places = browserPlaces(machine.platform, env);
  const working = (/** @type {string[]} */ paths) => paths.find((path) => starts(path, machine));
  const playwrightPaths = async () => [await machine.playwrightPath()];
  const path =
    working(places.chromium) ??
    working(await playwrightPaths()) ??
    (run('npx', ['playwright', 'install', 'chromium']) === 0
      ? working(await playwrightPaths())
      : undefined) ??
    (installOnDebian(machine) ? working(places.chromium) : undefined) ??
    working(places.branded);
  if (path) return { path, kind: kindOf(path) };
  throw new Error(
    'No browser was found and none could be installed. Install Chromium, Edge, Brave or Chrome with your system’s\n' +
      'package manager, or set BROWSER_PATH to the program of one that you have, and try again.',
  );
}

/**
 * What the path of a browser's program tells of its kind. "Chrome for Testing" behaves like Chromium.
 * @param {string} path
 * @returns {Kind}
 */
export function kindOf(path) {
  return /msedge|microsoft[- ]edge|brave|google[- \\]chrome(?! for testing)/i.test(path)
    ? 'branded'
    : 'chromium';
}

/** A program may be there and not run: a stub that asks for a snap, or libraries are missing. @param {string} path @param {Machine} machine */
function starts(path, { platform, exists, run }) {
  if (!exists(path)) return false;
  // On Windows, `--version` opens a window.
  return platform === 'win32' || run(path, ['--version'], { quiet: true }) === 0;
}

/** @param {Machine} machine */
function installOnDebian({ platform, env, isRoot, exists, run }) {
  if (platform !== 'linux' || !isRoot || !exists('/etc/debian_version')) return false;
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', args, { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }) === 0;
  // A machine's lists are as old as the machine: they name a browser of then, or none. Where none can be fetched, they have to do.
  apt('update');
  return apt('install', '-y', 'chromium');
}
