import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root, run } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package */
/** @typedef {Record<string, Package>} Packages */

/**
 * Whether what is installed is what the lock asks for. Optional packages may be missing: other platforms need them.
 * @param {Packages} locked `packages` of package-lock.json
 * @param {Packages} installed `packages` of node_modules/.package-lock.json, which npm writes last
 */
export function matchesLock(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    if (path === '') return true;
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Installs the locked packages if they are not there, and makes sure that the project's own Node runs. */
export function install() {
  if (!isInstalled()) {
    console.log('Installing packages (npm ci) …');
    // npm ci removes node_modules, so it must not run on the Node in there.
    if (run('npm', ['ci'], { env: process.env }) !== 0)
      throw new Error('npm ci failed; its own message is above.');
  }
  const { version } = readPackage(join(root, 'node_modules/node/package.json'));
  if (nodeVersion() === `v${version}`) return;
  console.log(`Fetching Node ${version} …`);
  run(process.execPath, ['installArchSpecificPackage'], { cwd: join(root, 'node_modules/node') });
  if (nodeVersion() === `v${version}`) return;
  throw new Error(
    `The package "node" did not bring Node ${version}: npm skipped its install script, or found no build for this machine.\n` +
      'Run "npm rebuild node" and try again, or install Node 24 yourself.',
  );
}

function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  return matchesLock(readPackage(join(root, 'package-lock.json')).packages, readPackage(record).packages);
}

/** @param {string} path @returns {{ version: string, packages: Packages }} */
function readPackage(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function nodeVersion() {
  return spawnSync(projectNode, ['--version'], { encoding: 'utf8' }).stdout?.trim();
}
