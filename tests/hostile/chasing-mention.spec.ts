import { expect, test } from '../e2e/fixtures.ts';
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

test('a mention that chases the pointer opens nothing', async ({ context, site }) => {
  test.setTimeout(60_000);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/chase', body }));
  for (const { why, chase } of chases) {
    await test.step(why, async () => {
      await page.reload();
      await expect.poll(() => markers(page)).toHaveLength(2);
      await page.evaluate(chase);
      for (const [x, y] of [
        [300, 300],
        [500, 420],
        [640, 380],
      ] as const) {
        await page.mouse.move(x, y, { steps: 12 });
        // Longer than the dwell of 400 ms: a card that opens at all is open by now.
        const opens = await page.evaluate(
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
        expect(opens, `a card at ${x}, ${y}`).toBe(false);
        const under = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id, [x, y] as const);
        expect(under, 'the mention is under the pointer').toBe('token');
      }
    });
  }
  await test.step('once it stands still and the pointer comes to it, it opens', async () => {
    await page.reload();
    await page.evaluate(() => document.getElementById('token')?.style.setProperty('left', '400px'));
    await hover(page, '$VXLM');
    expect(await isCardOpen(page)).toBe(true);
  });
});
