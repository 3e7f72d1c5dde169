import { jumpTo } from '../extension/page-messages.ts';
import type { CountedMention } from '../library/page-report.ts';
import { useThisPage } from './this-page.ts';

/** Which of a row's mentions the page was led to last, counted through all its aliases; by the row's key. */
const turns = new Map<string, number>();

/**
 * Leads the page to the next (`1`) or previous (`-1`) mention of a row, alias after alias and around at the end. `row`
 * says whose turn it is. Answers whether any was there.
 */
export async function jump(row: string, mentions: readonly CountedMention[], by: 1 | -1): Promise<boolean> {
  const { tabId } = useThisPage.getState();
  if (tabId === null) return false;
  const turn = nextTurn(turns.get(`${tabId}/${row}`), mentions, by);
  turns.set(`${tabId}/${row}`, turn);
  for (const key of keysFrom(turn, mentions, by)) if (await jumpTo(tabId, key, by)) return true;
  return false;
}

/** The key whose turn it is, then the others in the order of their turns: a page may have lost all mentions of one meanwhile. */
function keysFrom(turn: number, mentions: readonly CountedMention[], by: 1 | -1): string[] {
  const keys = mentions.map(({ key }) => key);
  const at = keys.indexOf(keyAt(turn, mentions) ?? '');
  if (at === -1) return [];
  return keys.map((_, step) => keys[(at + by * step + keys.length) % keys.length] ?? '');
}

/** The turn after `turn`, of as many as there are mentions; the first of all is the first one, or the last. */
export function nextTurn(turn: number | undefined, mentions: readonly CountedMention[], by: 1 | -1): number {
  const all = mentions.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 0;
  if (turn === undefined) return by === 1 ? 0 : all - 1;
  // A page may have lost some meanwhile.
  return (Math.min(turn, all - 1) + by + all) % all;
}

/** The key of the alias whose turn it is; null where there is none. */
export function keyAt(turn: number, mentions: readonly CountedMention[]): string | null {
  let before = 0;
  for (const { key, count } of mentions) {
    before += count;
    if (turn < before) return key;
  }
  return null;
}
