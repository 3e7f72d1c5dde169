import { expect, test } from '../e2e/fixtures.ts';
import { expectLures, type Lure } from './lures.ts';

// Where the browser does not tell a frame whether it can be seen, the page script looks at nine points.
const lures: Lure[] = [
  {
    why: 'a popover over one corner of it',
    by(host) {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0 0 0 200px; width: 2000px; height: 2000px';
      cover.showPopover();
      host.addEventListener('toggle', () => {
        cover.hidePopover();
        cover.showPopover();
      });
    },
    card: 'covered',
  },
  {
    why: 'the highest z-index of the page',
    by() {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
    },
    card: 'clear',
  },
];

test('without IntersectionObserver v2 the page script tells the card whether it can be seen', async ({
  context,
  openPopup,
  site,
}) => {
  await context.addInitScript(() => Reflect.deleteProperty(IntersectionObserverEntry.prototype, 'isVisible'));
  await expectLures({ context, openPopup, site }, lures);
  const page = context.pages().at(-1);
  const card = page?.frames().find((frame) => frame.url().endsWith('/card.html'));
  expect(await card?.evaluate(() => 'isVisible' in IntersectionObserverEntry.prototype)).toBe(false);
});
