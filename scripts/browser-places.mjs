import { posix } from 'node:path';

/** @typedef {{ chromium: string[], branded: string[] }} Places */

/**
 * Where browsers are installed, best first. On Linux these are the names of programs in the folders of PATH.
 * @param {string} platform as in `process.platform`
 * @param {Record<string, string | undefined>} env
 * @returns {Places}
 */
export function browserPlaces(platform, env) {
  if (platform === 'darwin')
    return { chromium: macPaths(['Chromium'], env), branded: macPaths(macBranded, env) };
  if (platform === 'win32')
    return { chromium: windowsPaths(['Chromium'], env), branded: windowsPaths(windowsBranded, env) };
  return {
    chromium: linuxPaths(['chromium', 'chromium-browser'], env),
    branded: linuxPaths(linuxBranded, env),
  };
}

const linuxBranded = [
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
  'google-chrome-stable',
  'google-chrome',
];
const macBranded = ['Microsoft Edge', 'Brave Browser', 'Google Chrome'];
const windowsBranded = ['Microsoft\\Edge', 'BraveSoftware\\Brave-Browser', 'Google\\Chrome'];

/** The programs' names inside the vendors' folders; all others are called chrome.exe. */
const windowsPrograms = new Map([
  ['Microsoft\\Edge', 'msedge.exe'],
  ['BraveSoftware\\Brave-Browser', 'brave.exe'],
]);

/** @param {string[]} names @param {Record<string, string | undefined>} env */
function linuxPaths(names, env) {
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => [...new Set(folders)].map((folder) => posix.join(folder, name)));
}

/** @param {string[]} names @param {Record<string, string | undefined>} env */
function macPaths(names, env) {
  const folders = ['/Applications', posix.join(env.HOME ?? '/', 'Applications')];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

/** @param {string[]} names @param {Record<string, string | undefined>} env */
function windowsPaths(names, env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return names.flatMap((name) =>
    folders.map((folder) => `${folder}\\${name}\\Application\\${windowsPrograms.get(name) ?? 'chrome.exe'}`),
  );
}
