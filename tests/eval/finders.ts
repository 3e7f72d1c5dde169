import { findMentions } from '../../lib/mentions/find-mentions.ts';
import type { Profile } from '../../lib/mentions/mention.ts';
import type { EvalBrowser } from './browser.ts';
import type { Finder, Found } from './finder.ts';
import { naiveFinds, twitterTextFinds } from './peers.ts';

/** Texts handed to a page at once. */
const batch = 500;

const inNode = (name: string, find: (text: string) => Found[]): Finder => ({
  name,
  find: async (texts) => texts.map(find),
});

const underline = (name: string, profile: Profile): Finder =>
  inNode(name, (text) => findMentions(text, profile));

/** All that is compared on plain texts. mark.js knows only pages, so it runs in one. */
export function findersOf(browser: EvalBrowser): Finder[] {
  return [
    underline('Underline (web)', 'web'),
    underline('Underline (x)', 'x'),
    inNode('twitter-text', twitterTextFinds),
    { name: 'mark.js', find: (texts) => inPage(browser, texts) },
    inNode('naive regex', naiveFinds),
  ];
}

function inPage(browser: EvalBrowser, texts: readonly string[]): Promise<Found[][]> {
  return browser.fresh('', async (page) => {
    const found: Found[][] = [];
    for (let at = 0; at < texts.length; at += batch) {
      found.push(
        ...(await page.evaluate((some) => underlineEval.markJsFinds(some), texts.slice(at, at + batch))),
      );
    }
    return found;
  });
}
