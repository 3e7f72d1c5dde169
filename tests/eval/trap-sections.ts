import { writeFileSync } from 'node:fs';
import { artifact } from './artifacts.ts';
import type { EvalBrowser } from './browser.ts';
import { readWatchlist } from './data.ts';
import type { Finder } from './finder.ts';
import { type Aim, atMost, type Section, table } from './report.ts';
import {
  documentationTraps,
  shellHelpTraps,
  sourcePageTraps,
  sourceTextTraps,
  type TrappedByFinder,
} from './trap-corpora.ts';
import { countTraps, describeTraps, type TrapCounts, type Trapped } from './traps.ts';

const ours = 'Underline (web)';

/** Documentation pages: where each hit stands is written to `artifacts/eval/documentation-hits.txt`. */
export async function documentation(browser: EvalBrowser): Promise<Section> {
  const trapped = await documentationTraps(browser);
  return trapSection(
    'Documentation pages',
    'Pages of Apache httpd, Python, Sphinx and zsh on which nothing is a project mention: the real HTML in Chromium, ' +
      'read by the extension’s own scanner. The others get the text of the same page, text node by text node, as they ' +
      'usually do, and none of what the extension skips (code, fields, scripts): the difference is the grammar alone.',
    trapped,
    2,
    'documentation',
  );
}

/** Source files: as texts, and shown line by line by a page that says nothing of code. */
export async function sourceFiles(browser: EvalBrowser, finders: readonly Finder[]): Promise<Section> {
  const trapped = await sourceTextTraps(finders);
  trapped.set('Underline (web), one block a line', await sourcePageTraps(browser));
  return trapSection(
    'Source files',
    'Sass, jQuery, Svelte, TypeScript and others, each file as one plain text; in the last row as a page with one ' +
      'block a line and no sign of code, read by the scanner.',
    trapped,
    4,
    'source-file',
  );
}

/** Command help. */
export const shellHelp = async (finders: readonly Finder[]): Promise<Section> =>
  trapSection(
    'Shell help',
    'Help pages of commands, each as one plain text, its Markdown unrendered.',
    await shellHelpTraps(finders),
    0,
    'shell-help',
  );

function trapSection(
  title: string,
  about: string,
  trapped: TrappedByFinder,
  most: number,
  file: string,
): Section {
  const library = readWatchlist();
  const counted = [...trapped].map(([name, pages]) => [name, countTraps(pages, library)] as const);
  writeFileSync(artifact(`${file}-hits.txt`), describeTraps(oursOf(trapped), library));
  const aim = (name: string, counts: TrapCounts): Aim[] =>
    name.startsWith(ours)
      ? [
          atMost(
            `${title.toLowerCase()}, resolved, strong and weak${name.slice(ours.length)} (of ${counts.pages})`,
            most,
            counts.resolvedAll,
          ),
        ]
      : [];
  return {
    title,
    text: [
      about,
      `Hits resolve against a library of 12 projects, some with traps on purpose (\`$PATH\`, \`$HOME\`, \`$SET\`). Of ${counted[0]?.[1].pages} pages:`,
      table(
        [
          'finder',
          'strong hits',
          'weak hits',
          'pages with a strong hit',
          'pages resolved, strong',
          'strong and weak',
        ],
        counted.map(([name, { strongHits, weakHits, pagesHit, resolvedStrong, resolvedAll }]) => [
          name,
          strongHits,
          weakHits,
          pagesHit,
          resolvedStrong,
          resolvedAll,
        ]),
      ),
    ].join('\n\n'),
    aims: counted.flatMap(([name, counts]) => aim(name, counts)),
  };
}

const oursOf = (trapped: TrappedByFinder): Trapped[] => trapped.get(ours) ?? [];
