import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The source files by their path from the project's folder. */
type Sources = Record<string, string>;

/** Ways to a network: no file has one, for nothing leaves the browser. */
const network = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport'],
  ...['RTCPeerConnection', 'sendBeacon', 'EventSource'],
];

/** What a script in a page shares with the page, which could read, hear or block it. */
const shared = [
  ...['locks', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie', 'cookieStore'],
  ...['BroadcastChannel', 'SharedWorker', 'CustomEvent', 'dispatchEvent', 'onmessage', 'postMessage'],
];
const hearsPage = /addEventListener\(\s*['"`]message/;

/** Where a channel of our own carries messages: the card's frame is handed its port once, by a one-time token. */
const ownChannels = ['lib/page/card-port.ts', 'lib/page/slices.ts', 'lib/extension/page-port.ts'];
const channelNames = ['onmessage', 'postMessage'];

/** The page script: the content script, and what that loads once it met a sigil or a mention. */
const pageScripts = ['entrypoints/page.ts', 'entrypoints/page-detection.ts', 'entrypoints/page-painting.ts'];

/** Every name in a file's code that may not stand there; in comments, and as a text of its own, it may. */
function forbidden(sources: Sources): string[] {
  const inPages = reachedFrom(pageScripts, sources);
  return Object.entries(sources).flatMap(([file, text]) => {
    const runsInPages = inPages.has(file) || /^lib\/(page|mentions)\//.test(file);
    const names = [...network, ...(runsInPages ? shared : [])].filter(
      (name) => !(ownChannels.includes(file) && channelNames.includes(name)),
    );
    const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
    const found = names.filter((name) => new RegExp(`(?<![\\w'"\`-])${name}\\b(?!['"\`-])`).test(code));
    if (runsInPages && hearsPage.test(code)) found.push('message');
    return found.map((name) => `${file}: ${name}`);
  });
}

/** The files that these load, themselves included. */
function reachedFrom(entries: string[], sources: Sources): Set<string> {
  const reached = new Set(entries);
  for (const file of reached) {
    const imports = (sources[file] ?? '').matchAll(/^(?:import|export)(?! type)[^;]*?'(\.[^']+)';/gm);
    for (const [, path = ''] of imports) reached.add(posix.join(posix.dirname(file), path));
  }
  return reached;
}

function readSources(): Sources {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file)),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

test('no file has a way to a network, and none that runs in pages shares anything with them', () => {
  const sources = readSources();
  const inPages = [...reachedFrom(pageScripts, sources)];
  expect(inPages).toEqual(
    expect.arrayContaining(['lib/page/page.ts', 'lib/extension/page-services.ts', 'lib/page/hover-card.ts']),
  );
  expect(inPages.filter((file) => !(file in sources))).toEqual([]);
  expect(forbidden(sources)).toEqual([]);
});

describe('found are', () => {
  const cases: [why: string, sources: Sources, found: string[]][] = [
    ['a request', { 'components/A.tsx': "void fetch('https://a.example');" }, ['components/A.tsx: fetch']],
    ['a beacon', { 'lib/state/a.ts': "navigator.sendBeacon('/a');" }, ['lib/state/a.ts: sendBeacon']],
    ['a lock in a page', { 'lib/page/a.ts': "navigator.locks.request('a', b);" }, ['lib/page/a.ts: locks']],
    [
      'a store in a page',
      { 'lib/mentions/a.ts': 'localStorage.a = 1;' },
      ['lib/mentions/a.ts: localStorage'],
    ],
    ['no store in our own page', { 'lib/state/a.ts': 'localStorage.a = 1;' }, []],
    [
      'an event in a file that the content script loads, and not in another',
      {
        'entrypoints/page.ts':
          "import { a } from '../lib/extension/a.ts';\nimport type { C } from '../lib/extension/c.ts';",
        'lib/extension/a.ts': "export * from './b.ts';",
        'lib/extension/b.ts': "document.dispatchEvent(new Event('a'));",
        'lib/extension/c.ts': "document.dispatchEvent(new Event('a'));",
      },
      ['lib/extension/b.ts: dispatchEvent'],
    ],
    ['a word to the page', { 'lib/page/a.ts': "window.postMessage('a');" }, ['lib/page/a.ts: postMessage']],
    [
      'an ear for the page',
      { 'lib/page/a.ts': "addEventListener('message', b);" },
      ['lib/page/a.ts: message'],
    ],
    ['no names in comments and texts', { 'lib/page/a.ts': "// locks\nconst a = 'fetch'; /* caches */" }, []],
  ];
  test.each(cases)('%s', (_, sources, found) => {
    expect(forbidden(sources)).toEqual(found);
  });
});
