import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that the package `node` brings; scripts may have been started by an older one. */
export const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * The environment with the project's tools first: npm leaves them out when `node_modules` was missing at its start.
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment() {
  const { PATH, Path, ...rest } = process.env;
  return { ...rest, PATH: [join(root, 'node_modules/.bin'), PATH ?? Path].join(delimiter) };
}

/**
 * Runs a program in the project's folder to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` shows nothing of what it prints.
 * @returns {number} its exit code; 127 when it could not start.
 */
export function run(command, args, { cwd = root, env = projectEnvironment(), quiet = false } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env,
    stdio: quiet ? 'ignore' : 'inherit',
    // npm's programs are .cmd files on Windows, which only a shell starts.
    shell: process.platform === 'win32' && !command.includes('\\'),
  });
  return error ? 127 : (status ?? 1);
}
