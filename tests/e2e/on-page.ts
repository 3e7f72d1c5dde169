import { expect, type Frame, type Page } from '@playwright/test';

/** Texts that are tinted on the page, in the order in which the browser keeps them. */
export const tinted = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
    ),
  );

export interface DebugNode {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: DebugNode[];
  shadowRoots?: (DebugNode & { shadowRootType?: string })[];
}

/** What the markers say that can be seen, read past the closed root as only a debugger can: `unknown`, `watching`, … */
export async function markers(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return markerLayers(root).flatMap(({ children = [] }) => children.map(classOf));
}

const classOf = ({ attributes = [] }: DebugNode): string => attributes[attributes.indexOf('class') + 1] ?? '';

/** The elements that hold the markers, if they can be seen. `root`: all of the document, closed roots too. */
export function markerLayers({ children = [] }: DebugNode): DebugNode[] {
  const html = children.find(({ nodeName }) => nodeName === 'HTML');
  const layers = (html?.children ?? []).flatMap(({ shadowRoots = [] }) =>
    shadowRoots.flatMap(({ children = [] }) => children.filter(({ nodeName }) => nodeName === 'SECTION')),
  );
  return layers.filter((layer) => classOf(layer) !== 'faded');
}

/** The middle of the nth occurrence of a text in the page, scrolled into view, in viewport coordinates. */
export async function placeOf(page: Page | Frame, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const place = await page.evaluate(
    ([wanted, skip]) => {
      const roots: Node[] = [document];
      for (const element of document.querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
      let left = skip;
      for (const root of roots) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(wanted);
          if (at < 0 || left-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          if (node.parentElement)
            Element.prototype.scrollIntoView.call(node.parentElement, { block: 'center' });
          const { left: x, top: y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return null;
    },
    [text, nth] as const,
  );
  if (!place) throw new Error(`“${text}” does not stand ${nth + 1} times on the page`);
  return place;
}

/** Moves the pointer to a mention as a hand does and lets it rest there. Answers the time of its last movement. */
export async function restOn(page: Page, text: string, nth = 0): Promise<number> {
  const { x, y } = await placeOf(page, text, nth);
  await page.mouse.move(x + 180, y + 120);
  // If the page was scrolled to it, its event comes with the next frame.
  await page.evaluate(() => new Promise((two) => requestAnimationFrame(() => requestAnimationFrame(two))));
  // Nothing can be hit while the page scrolls; a marker under the text says that it was measured.
  await expect.poll(() => markers(page)).not.toEqual([]);
  // A hand is seen on its way: the browser gives a page one movement a frame, and the first one only tells where it is.
  for (const part of [0.8, 0.6, 0.4, 0.2]) {
    await page.mouse.move(x + 180 * part, y + 120 * part);
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  }
  await page.mouse.move(x, y, { steps: 2 });
  return Date.now();
}

/** The card's document once there is one, shown or not. */
export async function cardFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().endsWith('/card.html'));
  await expect.poll(() => find() !== undefined, 'the card has a frame').toBe(true);
  const frame = find();
  if (!frame) throw new Error('The card’s frame is gone again');
  return frame;
}

/** The card's document once the card is open and takes input. */
export async function openCard(page: Page): Promise<Frame> {
  await expect.poll(() => isCardOpen(page), 'the card opens').toBe(true);
  const card = await cardFrame(page);
  // The browser tells the card within some 100 ms that it can be seen.
  await expect(card.locator('main')).toHaveJSProperty('inert', false);
  return card;
}

/**
 * Moves the pointer to a point in the open card. In one step: on a slow machine several take longer than the card waits
 * for a pointer on its way.
 */
export async function enterCard(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  expect(await isCardOpen(page), 'the card is open under the pointer').toBe(true);
}

/** Rests on a mention and answers the open card. */
export async function hover(page: Page, text: string, nth = 0): Promise<Frame> {
  await restOn(page, text, nth);
  return openCard(page);
}

/**
 * Whether the card can be used: somewhere, a pointer would reach it. Its popover stands a little earlier, see-through,
 * to be painted in time.
 */
export const isCardOpen = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => {
    // The page's own popovers have a size; our host has none, only the frame in it has.
    const host = [...document.querySelectorAll(':popover-open')].find(
      (each) => each.getBoundingClientRect().width === 0,
    );
    const at = (x: number, y: number) => Document.prototype.elementFromPoint.call(document, x, y);
    // The card is 360 px wide or as wide as its viewport, so a net of 100 px cannot miss it.
    for (let x = 50; host && x < innerWidth; x += 100)
      for (let y = 50; y < innerHeight; y += 100) if (at(x, y) === host) return true;
    return false;
  });

/** All nodes of a document, closed roots too. */
export const allNodes = (node: DebugNode): DebugNode[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(allNodes),
];
