import { expect, test } from '../e2e/fixtures.ts';
import { hover, markers } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';
import { leaveCard, lonePost, seenBy, visit } from './visits.ts';

/** Asks in every frame which animations run, and hears every event of theirs. */
function noteAnimations(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  for (const name of ['transition', 'animation'])
    for (const moment of ['run', 'start', 'end', 'cancel', 'iteration'])
      addEventListener(`${name}${moment}`, ({ type }) => seen.push(type), true);
  const look = () => {
    const roots: (Document | Element)[] = [document, document.documentElement];
    for (const host of document.documentElement.children) roots.push(host);
    for (const root of roots)
      for (const { effect } of root.getAnimations({ subtree: true }))
        seen.push(`${effect instanceof KeyframeEffect ? effect.target?.nodeName : 'unknown'}`);
    requestAnimationFrame(look);
  };
  look();
}

test('no animation of markers or card is listed or announced', async ({ context, openPopup, site }) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await visit(page, site, {
    path: '/animations',
    body: `${lonePost('$VXLM')}<div style="height: 3000px"></div>`,
    early: noteAnimations,
  });
  await hover(page, '$VXLM');
  await leaveCard(page);
  // Scrolling fades the markers out and in again.
  await page.mouse.wheel(0, 40);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(40);
  await hover(page, '$VXLM');
  await leaveCard(page);
  await expect.poll(() => markers(page)).toEqual(['convinced']);
  expect(await seenBy(page)).toEqual([]);

  await page.evaluate(() => document.body.animate([{ opacity: 0.9 }], 200).finished);
  expect(await seenBy(page)).toContain('BODY');
});
