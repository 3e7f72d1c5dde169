import { describe, expect, test } from 'vitest';
import { findBrowser, kindOf, type Machine } from '../../../scripts/browser.mjs';
import { browserPlaces } from '../../../scripts/browser-places.mjs';

const playwright = '/home/me/.cache/ms-playwright/chrome';
const chromium = '/usr/bin/chromium';
const chrome = '/usr/bin/google-chrome';
const edge = '/usr/bin/microsoft-edge';
const download = 'npx playwright install chromium';
const update = 'apt-get update';
const install = 'apt-get install -y chromium';

interface Case {
  why: string;
  /** What is on the machine before. */
  files?: string[];
  /** Programs that are there and do not start. */
  broken?: string[];
  env?: Record<string, string>;
  isRoot?: boolean;
  /** What each command that works brings. */
  works?: Record<string, string[]>;
  found: string | RegExp;
  /** Commands that were run, without the trial starts. */
  ran?: string[];
}

/** A machine in memory that keeps a list of what was run on it. */
function machineOf({ files = [], broken = [], env = {}, isRoot = false, works = {} }: Case) {
  const present = new Set([...files, ...broken]);
  const ran: string[] = [];
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/bin', ...env },
    isRoot,
    exists: (path) => present.has(path),
    run(command, args) {
      if (args[0] === '--version') return broken.includes(command) ? 127 : 0;
      const line = [command, ...args].join(' ');
      ran.push(line);
      for (const file of works[line] ?? []) present.add(file);
      return line in works ? 0 : 100;
    },
    playwrightPath: async () => playwright,
  };
  return { machine, ran };
}

const debian = '/etc/debian_version';

const cases: Case[] = [
  {
    why: 'BROWSER_PATH comes before everything',
    files: ['/opt/mine', chromium],
    env: { BROWSER_PATH: '/opt/mine' },
    found: '/opt/mine',
  },
  {
    why: 'a wrong BROWSER_PATH is told, not passed over',
    files: [chromium],
    env: { BROWSER_PATH: '/opt/none' },
    found: /BROWSER_PATH is \/opt\/none/,
  },
  { why: 'Chromium of the system is next', files: [chromium, playwright, chrome], found: chromium },
  {
    why: 'any folder of PATH will do',
    files: ['/nix/bin/chromium'],
    env: { PATH: '/x:/nix/bin' },
    found: '/nix/bin/chromium',
  },
  {
    why: 'a program that does not start is passed over',
    broken: [chromium],
    files: [playwright],
    found: playwright,
  },
  { why: 'Playwright’s own is next, before branded ones', files: [chrome, playwright], found: playwright },
  {
    why: 'Playwright’s is downloaded before a branded one is taken',
    files: [chrome],
    works: { [download]: [playwright] },
    found: playwright,
    ran: [download],
  },
  {
    why: 'a downloaded browser that lacks libraries is passed over',
    files: [chrome],
    broken: [playwright],
    works: { [download]: [] },
    found: chrome,
    ran: [download],
  },
  {
    why: 'on Debian as root, its package of today: the lists of an old machine name an old browser',
    files: [debian, chrome],
    isRoot: true,
    works: { [update]: [], [install]: [chromium] },
    found: chromium,
    ran: [download, update, install],
  },
  {
    why: 'where no newer lists can be fetched, those there are have to do',
    files: [debian],
    isRoot: true,
    works: { [install]: [chromium] },
    found: chromium,
    ran: [download, update, install],
  },
  {
    why: 'a package that cannot be installed is passed over',
    files: [debian, edge],
    isRoot: true,
    works: { [update]: [] },
    found: edge,
    ran: [download, update, install],
  },
  { why: 'not as root: no package', files: [debian, chrome], found: chrome, ran: [download] },
  { why: 'not on Debian: no package', files: [chrome], isRoot: true, found: chrome, ran: [download] },
  { why: 'Edge before Chrome', files: [chrome, edge], found: edge, ran: [download] },
  { why: 'nothing: what to do', found: /Install Chromium, Edge, Brave or Chrome/, ran: [download] },
];

describe('finding a browser', () => {
  test.each(cases)('$why', async (one) => {
    const { machine, ran } = machineOf(one);
    const outcome = findBrowser(machine);
    if (one.found instanceof RegExp) await expect(outcome).rejects.toThrow(one.found);
    else expect(await outcome).toEqual({ path: one.found, kind: kindOf(one.found) });
    expect(ran).toEqual(one.ran ?? []);
  });
});

test.each([
  ['/usr/bin/chromium', 'chromium'],
  ['/snap/bin/chromium', 'chromium'],
  ['/Applications/Chromium.app/Contents/MacOS/Chromium', 'chromium'],
  ['/x/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chromium'],
  ['/usr/bin/google-chrome-stable', 'branded'],
  ['/usr/bin/microsoft-edge', 'branded'],
  ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'branded'],
  ['/Applications/Brave Browser.app/Contents/MacOS/Brave Browser', 'branded'],
  ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'branded'],
  ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'branded'],
])('%s is %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test.each([
  ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\Chromium\\Application\\chrome.exe'],
  ['linux', {}, '/usr/bin/chromium'],
])('on %s, Chromium is looked for where it is installed', (platform, env, path) => {
  const places = browserPlaces(platform, env);
  expect(places.chromium).toContain(path);
  expect(places.chromium.map(kindOf)).not.toContain('branded');
  expect(new Set(places.branded.map(kindOf))).toEqual(new Set(['branded']));
});
