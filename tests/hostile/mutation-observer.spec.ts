import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';
import { leaveCard, lonePost, seenBy, visit } from './visits.ts';

/** Notes every change of the document, with all that an observer is told. */
function noteChanges(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  const named = (nodes: NodeList) => [...nodes].map((node) => (node as Element).outerHTML ?? node.nodeName);
  const observer = new MutationObserver((records) => {
    for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records)
      seen.push(
        JSON.stringify([
          type,
          target.nodeName,
          attributeName,
          oldValue,
          named(addedNodes),
          named(removedNodes),
        ]),
      );
  });
  const all = {
    subtree: true,
    childList: true,
    attributes: true,
    attributeOldValue: true,
    characterData: true,
    characterDataOldValue: true,
  };
  // Not while the page is parsed, which comes in parts of any size.
  addEventListener('DOMContentLoaded', () => observer.observe(document, all));
}

async function changesAround(page: Page, text: string): Promise<string[]> {
  const card = await hover(page, text);
  const field = card.getByRole('textbox').first();
  await field.click();
  await page.keyboard.type(canaries.draft);
  await page.keyboard.press('Escape');
  await leaveCard(page);
  return seenBy(page);
}

test('an observer of the whole document sees the same for a known and an unknown mention', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const changes: string[][] = [];
  for (const text of ['$VXLM', '$ZZKL', '$BRND']) {
    await visit(page, site, { path: '/observed', body: lonePost(text), early: noteChanges });
    changes.push(await changesAround(page, text));
  }
  const [known = [], unknown, empty] = changes;
  expect(unknown).toEqual(known);
  expect(empty).toEqual(known);

  // Markers and card each add one host beside the body, which is empty to the page; nothing else is touched.
  const [type, target] = JSON.parse(known[0] ?? '[]');
  expect([type, target]).toEqual(['childList', 'HTML']);
  expect(known.filter((change) => change.startsWith('["childList","HTML"'))).toHaveLength(2);
  expect(known.filter((change) => !change.startsWith('["childList","HTML"'))).toEqual([]);

  await page.evaluate(() => document.getElementById('mention')?.setAttribute('data-mine', '1'));
  expect((await seenBy(page)).at(-1)).toContain('data-mine');
});
