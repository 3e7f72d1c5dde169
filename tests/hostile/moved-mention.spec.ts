import { expect, test } from '../e2e/fixtures.ts';
import { isCardOpen, markers, openCard, tinted } from '../e2e/on-page.ts';
import { pastDwell } from './past-dwell.ts';

/** Where the pointer lies still: in an empty stretch of the page. */
const still = { x: 400, y: 300 };

interface Ways {
  /** Where the pointer lies. */
  x: number;
  y: number;
  /** How far the mention is from there. */
  right: number;
  down: number;
}

/** Each runs in the page and brings a mention under the pointer. */
const tricks: { by: string; move(ways: Ways): void }[] = [
  {
    by: 'a transform',
    move({ right, down }) {
      document.getElementById('token')?.style.setProperty('transform', `translate(${right}px, ${down}px)`);
    },
  },
  {
    by: 'a transform that trembles',
    move({ right, down }) {
      let on = 0;
      setInterval(() => {
        on ^= 1;
        document
          .getElementById('token')
          ?.style.setProperty('transform', `translate(${right + on}px, ${down}px)`);
      }, 50);
    },
  },
  {
    by: 'an animation',
    move({ right, down }) {
      const keyframes = [{ transform: 'none' }, { transform: `translate(${right}px, ${down}px)` }];
      document.getElementById('token')?.animate(keyframes, { duration: 200, fill: 'forwards' });
    },
  },
  {
    by: 'its position',
    move({ right, down }) {
      const token = document.getElementById('token');
      if (token) token.style.cssText += `; position: relative; left: ${right}px; top: ${down}px`;
    },
  },
  {
    by: 'an insertion',
    move({ x, y }) {
      const late = document.createElement('b');
      late.textContent = '$LATE';
      late.style.cssText = `position: fixed; left: ${x - 20}px; top: ${y - 8}px`;
      document.body.append(late);
    },
  },
  {
    by: 'a sibling that grows',
    move({ right, down }) {
      document.getElementById('above')?.style.setProperty('height', `${down}px`);
      document.querySelector('p')?.style.setProperty('padding-left', `${right}px`);
    },
  },
  {
    by: 'scrollTo()',
    move({ right, down }) {
      document.getElementById('above')?.style.setProperty('height', `${down + 500}px`);
      document.querySelector('p')?.style.setProperty('padding-left', `${right}px`);
      setTimeout(() => scrollTo(0, 500), 200);
    },
  },
  {
    by: 'a smooth scrollBy()',
    move({ right, down }) {
      document.getElementById('above')?.style.setProperty('height', `${down + 500}px`);
      document.querySelector('p')?.style.setProperty('padding-left', `${right}px`);
      setTimeout(() => scrollBy({ top: 500, behavior: 'smooth' }), 200);
    },
  },
  {
    by: 'a frame of its own',
    move({ x, y }) {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<body style="margin: 0">${'<p>$LATE $LATER $LATEST</p>'.repeat(20)}`;
      frame.style.cssText = `position: fixed; left: ${x - 60}px; top: ${y - 100}px; width: 600px; height: 500px`;
      document.body.append(frame);
    },
  },
  {
    by: 'a modal dialog',
    move({ x, y }) {
      const dialog = document.createElement('dialog');
      dialog.style.cssText = `margin: 0; left: ${x - 60}px; top: ${y - 8}px; border: 0; padding: 0`;
      for (let i = 0; i < 20; i++) dialog.append('$LATE $LATER $LATEST ');
      document.body.append(dialog);
      dialog.showModal();
    },
  },
];

for (const { by, move } of tricks) {
  test(`a mention that comes under a still pointer by ${by} opens nothing`, async ({ context, site }) => {
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/moved',
        head: `<style>body { margin: 0 } #token { display: inline-block } #above { height: 0 }
          #below { height: 3000px }</style>`,
        body: '<div id="above"></div><p style="margin: 20px">See <b id="token">$OPG</b></p><div id="below"></div>',
      }),
    );
    await expect.poll(() => markers(page)).toHaveLength(1);
    await page.mouse.move(still.x - 90, still.y - 40);
    await page.mouse.move(still.x, still.y, { steps: 5 });
    const ways = await page.evaluate(({ x, y }) => {
      const token = document.getElementById('token') as HTMLElement;
      const { left, top, width, height } = token.getBoundingClientRect();
      return { x, y, right: x - left - width / 2, down: y - top - height / 2 };
    }, still);

    await page.evaluate(move, ways);
    // The probe works: a mention lies under the pointer in the end, and stays there past the dwell.
    await expect
      .poll(() => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, still))
      .toMatch(/^(b|iframe|dialog)$/);
    await pastDwell(page);
    await pastDwell(page);
    const own = page.frames().filter((frame) => !frame.url().startsWith('chrome-extension:'));
    const open = await Promise.all(own.map((frame) => isCardOpen(frame)));
    expect(open, 'nothing opens, in the page and its frames').toEqual(own.map(() => false));
  });
}

test('a mention that came under a still pointer opens once the pointer really moves on it', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/then', body: '<p>See $OPG</p>' }));
  await expect.poll(() => markers(page)).toHaveLength(1);
  await page.mouse.move(still.x, still.y, { steps: 5 });
  await page.evaluate(({ x, y }) => {
    const late = document.createElement('b');
    late.textContent = '$LATE';
    late.style.cssText = `position: fixed; left: ${x - 20}px; top: ${y - 8}px`;
    document.body.append(late);
  }, still);
  await expect.poll(() => tinted(page)).toContain('$LATE');
  // Measured, so that it can be hit.
  await expect.poll(() => markers(page)).toHaveLength(2);
  await pastDwell(page);
  expect(await isCardOpen(page)).toBe(false);
  // The browser gives a page one movement a frame, and the first one only tells where it is.
  for (let x = still.x + 1; x <= still.x + 6; x += 1) {
    await page.mouse.move(x, still.y);
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
  }
  await openCard(page);
});
