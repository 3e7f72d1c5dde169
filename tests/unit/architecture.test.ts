import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** The source files by their path from the project's folder. */
type Sources = Record<string, string>;

interface Import {
  /** As written, or the path from the project's folder if it is relative. */
  target: string;
  /** Erased when built. */
  typeOnly: boolean;
}

/** Who may import whom (DESIGN §4): own folder and these. */
const floors: Record<string, string[]> = {
  'lib/mentions': [],
  'lib/library': ['lib/mentions'],
  'lib/page': ['lib/mentions', 'lib/library'],
  'lib/extension': ['lib/mentions', 'lib/library'],
  'lib/state': ['lib/mentions', 'lib/library', 'lib/page', 'lib/extension'],
  components: ['lib/mentions', 'lib/library', 'lib/page', 'lib/extension', 'lib/state'],
  entrypoints: ['lib/mentions', 'lib/library', 'lib/page', 'lib/extension', 'lib/state', 'components'],
};

/** Packages that only some folders may import; a package that is not named here is anybody's above floor 0. */
const keptPackages = [
  { packages: ['zod'], only: ['lib/library'] },
  { packages: ['zustand'], only: ['lib/state', 'components'] },
  { packages: ['wxt'], only: ['lib/extension', 'entrypoints'] },
  {
    packages: ['react', 'react-dom', '@base-ui/react', '@tanstack/react-virtual', 'lucide-react'],
    only: ['components', 'entrypoints'],
  },
];

/** Floor 0 imports nothing but these. */
const purePackages: Record<string, string[]> = {
  // The word list is made by our own build.
  'lib/mentions': ['virtual:english-words'],
  'lib/library': ['zod', '@noble/hashes'],
};

/** What the page script is made of: the content script, and what that loads once it met a sigil or a mention. */
const contentScript = 'entrypoints/page.ts';
const pageScripts = [contentScript, 'entrypoints/page-detection.ts', 'entrypoints/page-painting.ts'];
const notInContentScript = ['zod', 'zustand', 'react', 'react-dom', 'virtual:english-words'];

/** Every breach of the layout's rules, in words that say where and what. */
function breaches(sources: Sources): string[] {
  const imports = Object.fromEntries(
    Object.entries(sources).map(([file, text]) => [file, importsOf(file, text)] as const),
  );
  return [
    ...Object.keys(sources).flatMap(badName),
    ...Object.entries(sources).flatMap(([file, text]) => tooLong(file, text)),
    ...Object.entries(sources).flatMap(([file, text]) => untrusted(file, text)),
    ...Object.entries(imports).flatMap(([file, all]) => all.flatMap((one) => badImport(file, one))),
    ...contentScriptBreaches(imports),
  ];
}

function importsOf(file: string, text: string): Import[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) return [];
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      target: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ target: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      target: text.slice(start + 1, end - 1),
      typeOnly: false,
    })),
  ];
  return found.map(({ target, typeOnly }) => ({
    target: target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
    typeOnly,
  }));
}

function badName(file: string): string[] {
  if (/(^|\/)index\.tsx?$/.test(file)) return [`${file}: a barrel`];
  if (/(^|\/)(utils?|helpers?)(\/|\.)/.test(file)) return [`${file}: say what it is, not utils or helpers`];
  return [];
}

function tooLong(file: string, text: string): string[] {
  const limit = file.startsWith('entrypoints/') ? 60 : 300;
  const lines = text.trimEnd().split('\n').length;
  return lines > limit ? [`${file}: ${lines} lines, more than ${limit}`] : [];
}

/** What would let text of a page, a note or a file become more than text. Tests may, to show that it does not. */
const dangers: { found: RegExp; instead: string; except: string[] }[] = [
  {
    found:
      /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|document\.write/,
    instead: 'text is never HTML',
    except: [],
  },
  { found: /\beval\(|\bFunction\(/, instead: 'text is never code', except: [] },
  {
    found: /\bhref=|\.href = |\bwindow\.open\(|\blocation\s*=[^=]/,
    instead: 'use Link', // A file to download leads nowhere.
    except: ['components/Link.tsx', 'components/library/save-file.ts'],
  },
  {
    found: /target="_blank"(?! rel="noreferrer")/,
    instead: 'use Link, which has rel="noreferrer"',
    except: [],
  },
  {
    found: /\bz\.(?:object|looseObject)\(|\.(?:loose|passthrough|catchall)\(/,
    instead: 'use z.strictObject',
    // The header of an export file says more than is read of it.
    except: ['lib/library/migrate.ts'],
  },
  {
    found: /\bObject\.assign\(|\b(?:deepMerge|mergeDeep|defaultsDeep)\b/,
    instead: 'name what is taken over',
    except: [],
  },
];

function untrusted(file: string, text: string): string[] {
  if (!folderOf(file)) return [];
  return dangers
    .filter(({ found, except }) => found.test(text) && !except.includes(file))
    .map(({ found, instead }) => `${file}: ${found.exec(text)?.[0]}: ${instead}`);
}

function badImport(file: string, { target }: Import): string[] {
  const folder = folderOf(file);
  if (!folder) return [];
  const breach = [`${file}: ${folder} must not import ${target}`];
  const toFolder = folderOf(target);
  if (toFolder) return toFolder === folder || floors[folder]?.includes(toFolder) ? [] : breach;
  if (target.endsWith('.css')) return [];
  const name = packageOf(target);
  const pure = purePackages[folder];
  if (pure && !pure.includes(name)) return breach;
  const kept = keptPackages.find(({ packages }) => packages.includes(name));
  return kept && !kept.only.includes(folder) ? breach : [];
}

/** What the page scripts bring into pages, and which chain of files brought it there. */
function contentScriptBreaches(imports: Record<string, Import[]>): string[] {
  const reached = new Map(pageScripts.map((file) => [file, file]));
  const found: string[] = [];
  for (const [file, chain] of reached) {
    for (const { target, typeOnly } of imports[file] ?? []) {
      if (typeOnly) continue;
      if (notInContentScript.includes(packageOf(target)))
        found.push(`${chain} → ${target}: not in the content script`);
      if (imports[target] && !reached.has(target)) reached.set(target, `${chain} → ${target}`);
    }
  }
  return found;
}

const folderOf = (path: string) => Object.keys(floors).find((folder) => path.startsWith(`${folder}/`));

const packageOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/');

function readSources(): Sources {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const files = ['lib', 'components', 'entrypoints', 'tests', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

describe('architecture', () => {
  const sources = readSources();

  test('every source file can be read', () => {
    for (const file of pageScripts) expect(sources).toHaveProperty([file]);
    const unread = Object.entries(sources).filter(([file, text]) => parseSync(file, text).errors.length > 0);
    expect(unread.map(([file]) => file)).toEqual([]);
  });

  test('no file breaks the rules', () => {
    expect(breaches(sources)).toEqual([]);
  });
});

describe('the rules find', () => {
  const cases: [why: string, sources: Sources, found: string[]][] = [
    ['nothing where all is well', { 'lib/library/a.ts': "import '../mentions/b.ts'; import 'zod';" }, []],
    ['an import upwards', { 'lib/mentions/a.ts': "import '../library/b.ts';" }, ['lib/library/b.ts']],
    [
      'an import of a type upwards',
      { 'lib/page/a.ts': "import type { B } from '../state/b.ts';" },
      ['lib/state/b.ts'],
    ],
    [
      'page and extension mixed',
      { 'lib/page/a.ts': "import { b } from '../extension/b.ts';" },
      ['lib/extension/b.ts'],
    ],
    [
      'extension and page mixed',
      { 'lib/extension/a.ts': "export * from '../page/b.ts';" },
      ['lib/page/b.ts'],
    ],
    [
      'a dynamic import upwards',
      { 'lib/state/a.ts': "import('../../components/B.tsx');" },
      ['components/B.tsx'],
    ],
    [
      'an entrypoint imported',
      { 'components/A.tsx': "import '../entrypoints/card/main.tsx';" },
      ['entrypoints/card'],
    ],
    ['React in pure code', { 'lib/library/a.ts': "import { useState } from 'react';" }, ['react']],
    [
      'the browser in pure code',
      { 'lib/mentions/a.ts': "import { browser } from 'wxt/browser';" },
      ['wxt/browser'],
    ],
    [
      'a part of zustand in pure code',
      { 'lib/library/a.ts': "import 'zustand/vanilla';" },
      ['zustand/vanilla'],
    ],
    ['zod outside the library', { 'lib/extension/a.ts': "import * as z from 'zod';" }, ['zod']],
    [
      'the browser in a component',
      { 'components/A.tsx': "import { browser } from 'wxt/browser';" },
      ['wxt/browser'],
    ],
    [
      'a component of Base UI in a store',
      { 'lib/state/a.ts': "import '@base-ui/react/dialog';" },
      ['@base-ui/react'],
    ],
    ['a barrel', { 'lib/page/index.ts': '' }, ['barrel']],
    ['a drawer', { 'lib/page/utils/a.ts': '' }, ['utils']],
    ['HTML', { 'components/A.tsx': 'a.innerHTML = b;' }, ['innerHTML']],
    ['React’s HTML', { 'components/A.tsx': '<p dangerouslySetInnerHTML={a} />;' }, ['never HTML']],
    ['code from text', { 'lib/page/a.ts': 'eval(a); new Function(a);' }, ['eval(']],
    ['a link of one’s own', { 'components/A.tsx': '<a href={url}>a</a>;' }, ['use Link']],
    [
      'a link that tells where one came from',
      { 'components/Link.tsx': '<a href={to} target="_blank">a</a>;' },
      ['noreferrer'],
    ],
    ['a loose schema', { 'lib/library/a.ts': 'z.object({});' }, ['strictObject']],
    ['nothing in a test', { 'tests/a.ts': 'a.innerHTML = b; z.object({});' }, []],
    ['a long entrypoint', { 'entrypoints/a.ts': 'a;\n'.repeat(61) }, ['61 lines']],
    ['a long file', { 'components/A.tsx': 'a;\n'.repeat(301) }, ['301 lines']],
    [
      'zod in the content script, by a detour',
      {
        [contentScript]: "import { a } from '../lib/page/a.ts';",
        'lib/page/a.ts': "import { b } from '../library/b.ts';",
        'lib/library/b.ts': "import * as z from 'zod';",
      },
      ['page.ts → lib/page/a.ts → lib/library/b.ts → zod'],
    ],
    [
      'no zod in the content script where only a type is imported',
      {
        [contentScript]: "import type { B } from '../lib/library/b.ts';",
        'lib/library/b.ts': "import * as z from 'zod';",
      },
      [],
    ],
  ];
  test.each(cases)('%s', (_, sources, found) => {
    const messages = breaches(sources);
    expect(messages).toHaveLength(found.length);
    for (const [number, part] of found.entries()) expect(messages[number]).toContain(part);
  });
});
