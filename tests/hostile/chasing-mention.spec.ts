import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { misplaced } from '../e2e/marker-boxes.ts';
import { hover, isCardOpen, markers } from '../e2e/on-page.ts';

/** Ways in which a page keeps a mention under the pointer wherever it goes. */
const chases: { why: string; chase: () => void }[] = [
  {
    why: 'by a transform in every movement',
    chase() {
      const token = document.getElementById('token') as HTMLElement;
      addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          token.style.transform = `translate(${clientX - 30}px, ${clientY - 10}px)`;
        },
        true,
      );
    },
  },
  {
    why: 'by a transform in every frame',
    chase() {
      const token = document.getElementById('token') as HTMLElement;
      let at = { x: 0, y: 0 };
      addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
        at = { x, y };
      });
      const follow = () => {
        token.style.transform = `translate(${at.x - 30}px, ${at.y - 10}px)`;
        requestAnimationFrame(follow);
      };
      follow();
    },
  },
  {
    why: 'by a transform in every frame, with other mentions coming and going so that all are measured',
    chase() {
      const token = document.getElementById('token') as HTMLElement;
      let at = { x: 0, y: 0 };
      addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
        at = { x, y };
      });
      const news = document.body.appendChild(document.createElement('p'));
      let shown = 0;
      const follow = () => {
        token.style.transform = `translate(${at.x - 30}px, ${at.y - 10}px)`;
        shown += 1;
        if (shown % 10 === 0) news.textContent = `News ${shown} of $OPG`;
        requestAnimationFrame(follow);
      };
      follow();
    },
  },
  {
    why: 'by writing it anew at the pointer in every movement',
    chase() {
      addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          document.getElementById('token')?.remove();
          const token = document.createElement('b');
          token.id = 'token';
          token.textContent = '$VXLM';
          token.style.cssText = `position: fixed; left: ${clientX - 30}px; top: ${clientY - 10}px`;
          document.body.append(token);
        },
        true,
      );
    },
  },
  {
    why: 'by scrolling it under the pointer in every movement',
    chase() {
      const token = document.getElementById('token') as HTMLElement;
      addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          token.style.left = `${clientX - 30}px`;
          token.style.top = `${scrollY + clientY - 9}px`;
          scrollBy(0, 1);
        },
        true,
      );
    },
  },
];

const body = `<p>A post about <span>$OPG</span>.</p><b id="token" style="position: absolute; left: 0; top: 0">$VXLM</b>
  <p style="height: 3000px"></p>`;

/** Whether a card stands at any time in the next 700 ms: the dwell is 400 ms, and what opens is open by then. */
const opens = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const until = performance.now() + 700;
        const look = () => {
          if (document.querySelector(':popover-open')) done(true);
          else if (performance.now() < until) requestAnimationFrame(look);
          else done(false);
        };
        look();
      }),
  );

const underPointer = (page: Page, x: number, y: number) =>
  page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id, [x, y] as const);

test('a mention that chases the pointer opens nothing', async ({ context, site }) => {
  // Five chases of seconds each, by the page's own clock.
  test.setTimeout(180_000);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/chase', body }));
  for (const { why, chase } of chases) {
    await test.step(why, async () => {
      await page.reload();
      await expect.poll(() => markers(page)).toHaveLength(2);
      await page.evaluate(chase);
      await page.mouse.move(500, 420, { steps: 12 });
      expect(await opens(page)).toBe(false);
      expect(await underPointer(page, 500, 420), 'the mention is under the pointer').toBe('token');

      // So slowly that the mention is measured after each step of its chase.
      for (let x = 501; x < 506; x++) {
        await page.mouse.move(x, 420);
        await page.evaluate(() => new Promise((measured) => setTimeout(measured, 250)));
      }
      expect(await opens(page)).toBe(false);
      expect(await underPointer(page, 505, 420), 'the mention is under the pointer').toBe('token');
    });
  }
  await test.step('once it stands still and the pointer comes to it, it opens', async () => {
    await page.reload();
    await page.evaluate(() => document.getElementById('token')?.style.setProperty('left', '400px'));
    // What moved has no marker for a moment.
    await expect.poll(() => misplaced(page)).toEqual([]);
    await hover(page, '$VXLM');
    expect(await isCardOpen(page)).toBe(true);
  });
});
