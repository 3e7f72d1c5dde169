import type { EvalBrowser } from './browser.ts';
import { readDocumentation, readShellHelp, readSourceFiles, type TextFile } from './data.ts';
import type { Finder } from './finder.ts';
import type { Trapped } from './traps.ts';

/** Finder → what it took for mentions, page by page. */
export type TrappedByFinder = Map<string, Trapped[]>;

/** Documentation: the real HTML, read by the real scanner, and by each peer in the same text nodes. */
export function documentationTraps(browser: EvalBrowser): Promise<TrappedByFinder> {
  const trapped: TrappedByFinder = new Map();
  return browser.fresh('', async (page) => {
    for (const { path, html } of readDocumentation()) {
      await browser.show(page, html);
      const found = await page.evaluate(() => underlineEval.hitsByFinder());
      for (const [finder, hits] of Object.entries(found)) {
        const pages = trapped.get(finder) ?? [];
        pages.push({ path, hits });
        trapped.set(finder, pages);
      }
    }
    return trapped;
  });
}

/** Source files as a site would show them that says nothing of code, one block a line, read by the scanner alone. */
export async function sourcePageTraps(browser: EvalBrowser): Promise<Trapped[]> {
  return browser.fresh('', async (page) => {
    const trapped: Trapped[] = [];
    for (const { path, text } of readSourceFiles()) {
      await browser.show(page, lineByLine(text));
      trapped.push({ path, hits: await page.evaluate(() => underlineEval.scannedHits()) });
    }
    return trapped;
  });
}

/** Source files as one text each. */
export const sourceTextTraps = (finders: readonly Finder[]): Promise<TrappedByFinder> =>
  textTraps(readSourceFiles(), finders);

/** Command help as one text each, its Markdown unrendered. */
export const shellHelpTraps = (finders: readonly Finder[]): Promise<TrappedByFinder> =>
  textTraps(readShellHelp(), finders);

async function textTraps(files: readonly TextFile[], finders: readonly Finder[]): Promise<TrappedByFinder> {
  const trapped: TrappedByFinder = new Map();
  for (const { name, find } of finders) {
    const found = await find(files.map(({ text }) => text));
    trapped.set(
      name,
      files.map(({ path, text }, at) => ({
        path,
        hits: (found[at] ?? []).map((span) => ({
          text: span.text,
          strength: span.strength,
          inside: `line ${text.slice(0, span.start).split('\n').length}`,
          around: lineAt(text, span.start),
        })),
      })),
    );
  }
  return trapped;
}

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text
    .slice(text.lastIndexOf('\n', at) + 1, end === -1 ? undefined : end)
    .trim()
    .slice(0, 200);
};

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const lineByLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<div>${line.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign)}</div>`)
    .join('\n');
