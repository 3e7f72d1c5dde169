import { type Extent, scanPage } from './scan.ts';
import { type Sharing, timeSharing } from './yields.ts';

const anySigil = /[$@#＄＠＃]/;

/** The least that anything has to do which looks for mentions: one pass over the text nodes, one test each. */
export function floor(): { work: number; textNodes: number; hits: number } {
  const begun = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let textNodes = 0;
  let hits = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    textNodes += 1;
    if (anySigil.test((node as Text).data)) hits += 1;
  }
  return { work: performance.now() - begun, textNodes, hits };
}

/** The extension's detection: walk, runs and mentions. */
export async function timeScan(extent: Extent): Promise<Sharing & { mentions: number }> {
  let mentions = 0;
  const sharing = await timeSharing(async () => {
    mentions = (await scanPage(extent)).length;
  });
  return { ...sharing, mentions };
}

/** The same where the page is nothing but blocks of one repeated text each. */
export function timeFlood(units: readonly string[], length: number): ReturnType<typeof timeScan> {
  const blocks = units.map((unit) => {
    const block = document.createElement('div');
    block.hidden = true;
    block.append(unit.repeat(Math.ceil(length / unit.length)));
    return block;
  });
  document.body.replaceChildren(...blocks);
  return timeScan('all');
}
