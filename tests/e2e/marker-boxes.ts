import type { Page } from '@playwright/test';
import { type DebugNode, markerLayers } from './on-page.ts';

interface Box {
  left: number;
  right: number;
  bottom: number;
}

/** Where markers can be seen, in viewport coordinates. The bottom is that of the text they stand under. */
async function markerBoxes(page: Page): Promise<Box[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const boxes: Box[] = [];
  for (const { nodeId } of markerLayers(root).flatMap(({ children = [] }: DebugNode) => children)) {
    // Gone since it was asked for: what is drawn is asked anew.
    const { model } = await session.send('DOM.getBoxModel', { nodeId }).catch(() => ({ model: null }));
    if (!model) continue;
    const [left = Number.NaN, top = Number.NaN, right = Number.NaN] = model.border;
    boxes.push({ left, right, bottom: top + 1 });
  }
  await session.detach();
  return boxes;
}

/** The cashtags of the page's paragraphs: those of which everything can be seen, and those of which nothing can. */
const cashtags = (page: Page): Promise<{ seen: Box[]; hidden: Box[] }> =>
  page.evaluate(() => {
    const seen: Box[] = [];
    const hidden: Box[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: found } of (node as Text).data.matchAll(/\$[A-Z]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + found.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const hits = [left + 1, (left + right) / 2, right - 1].flatMap((x) =>
          [top + 2, bottom - 2].map((y) => document.elementFromPoint(x, y) === node?.parentElement),
        );
        if (hits.every(Boolean)) seen.push({ left, right, bottom });
        else if (!hits.some(Boolean)) hidden.push({ left, right, bottom });
      }
    }
    return { seen, hidden };
  });

const stands = (a: Box, b: Box): boolean =>
  Math.abs(a.left - b.left) <= 1 && Math.abs(a.right - b.right) <= 1 && Math.abs(a.bottom - b.bottom) <= 1;

/** What is wrong with the markers: texts in sight without one, to the pixel, and markers of texts that are out of sight. Empty: all is right. */
export async function misplaced(page: Page): Promise<string[]> {
  const boxes = await markerBoxes(page);
  const { seen, hidden } = await cashtags(page);
  const at = ({ left, right, bottom }: Box) => `${left.toFixed(1)}–${right.toFixed(1)}, ${bottom.toFixed(1)}`;
  return [
    ...(seen.length === 0 ? ['no mention is in sight'] : []),
    ...seen
      .filter((text) => !boxes.some((box) => stands(box, text)))
      .map((text) => `no marker at ${at(text)}`),
    ...hidden
      .filter((text) => boxes.some((box) => stands(box, text)))
      .map((text) => `a marker at ${at(text)}`),
    ...(boxes.length > seen.length + 2 ? [`${boxes.length} markers for ${seen.length} texts`] : []),
  ];
}
