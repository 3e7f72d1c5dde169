import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { keepCanaries } from './canaries.ts';
import { leaveCard, lonePost, visit } from './visits.ts';

/** Everything that style and selectors tell of the elements beside the body, and of what surrounds them. */
function ask(): string[] {
  const selectors = [
    ':popover-open',
    ':focus',
    ':focus-within',
    ':focus-visible',
    ':hover',
    ':active',
    ':defined',
    ':empty',
    ':modal',
    ':target',
    ':has(*)',
    ':state(known)',
    ':dir(ltr)',
    ':lang(en)',
    ':first-child',
    ':last-child',
    ':where([style])',
    ':host',
    ':not([style])',
  ];
  const told: string[] = [];
  const matches = (element: Element) =>
    selectors
      .filter((selector) => CSS.supports(`selector(${selector})`) && element.matches(selector))
      .join(' ');
  for (const element of document.documentElement.children) {
    if (element === document.body || element === document.head) continue;
    const styles = [null, '::before', '::after', '::backdrop', '::first-line', '::selection', '::marker'].map(
      (pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ');
      },
    );
    const typed = [...element.computedStyleMap()]
      .map(([name, values]) => `${name} ${[...values].join()}`)
      .join('; ');
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const attributes = [...element.attributes].map(({ name }) => name).join();
    told.push(...styles, typed, matches(element), [left, top, right, bottom, seen, attributes].join());
  }
  for (const element of [document.documentElement, document.body])
    told.push(
      ['active-element', ...(element.matches(':has(> :popover-open)') ? ['has'] : []), matches(element)].join(
        ' ',
      ),
    );
  const anchored = document.getElementById('anchored');
  // Something of the page's own that is anchored to whatever bears a name, and grows with what it contains.
  if (anchored) told.push(JSON.stringify(anchored.getBoundingClientRect()));
  return told;
}

test('style, selectors and anchors tell the same of a known and an unknown mention’s card', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const head = `<style>
    #anchored { position: fixed; top: anchor(--card bottom, 7px); left: anchor(--card right, 9px); }
    html > div { anchor-name: --card !important; container: card / size !important; }
    html > div:focus-within + div { outline: 3px solid red }
  </style>`;
  const told: string[][][] = [];
  for (const text of ['$VXLM', '$BRND', '$ZZKL']) {
    await visit(page, site, { path: '/style', head, body: `${lonePost(text)}<div id="anchored">x</div>` });
    const card = await hover(page, text);
    const open = await page.evaluate(ask);
    await card.getByRole('textbox').first().click();
    // The page hears from the card's process where the focus is.
    const hasFocus = () => page.evaluate(() => document.activeElement?.matches(':popover-open'));
    await expect.poll(hasFocus).toBe(true);
    // And that the pointer went there, which it hears by another way.
    await page.evaluate(() => new Promise((two) => requestAnimationFrame(() => requestAnimationFrame(two))));
    const written = await page.evaluate(ask);
    await page.keyboard.press('Escape');
    await leaveCard(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');
    told.push([open, written, await page.evaluate(ask)]);
  }
  const [known, empty, unknown] = told;
  expect(unknown).toEqual(known);
  expect(empty).toEqual(known);
  // That a card is open is seen.
  expect(known?.[0]?.join()).toContain(':popover-open');
  expect(known?.[0]).not.toEqual(known?.[2]);
});
