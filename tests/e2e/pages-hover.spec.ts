import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { hover, isCardOpen, placeOf, tinted } from './on-page.ts';

test('from one mention to the next: the second card opens by resting there alone', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(
    site.page({ path: '/two', body: '<p>One $OPG</p><p style="margin-top: 500px">Two #TAO</p>' }),
  );
  const first = await hover(page, '$OPG');
  await expect(first.getByRole('heading', { name: '$OPG' })).toBeVisible();
  const { x, y } = await placeOf(page, '#TAO');
  // A card that has closed by then has no more frames, and nothing left to tell.
  const frames = () =>
    new Promise<unknown>((past) => {
      requestAnimationFrame(() => requestAnimationFrame(past));
      setTimeout(past, 250);
    });
  await page.mouse.move(x, y - 40, { steps: 5 });
  // The card tells a moment later that the pointer left it, which ends a dwell.
  await first.evaluate(frames);
  await page.evaluate(frames);
  await page.mouse.move(x, y, { steps: 2 });
  await expect
    .poll(async () => (await isCardOpen(page)) && (await first.getByRole('heading').first().innerText()))
    .toBe('#TAO');
});

test('a page without TLS, on a host of its own, has its mentions and its card', async ({ context, site }) => {
  const page = await context.newPage();
  const url = site.page({ path: '/plain', body: '<p style="margin: 80px">Plain: $OPG</p>' });
  await page.goto(url.replace('127.0.0.1', 'plain.test'));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await hover(page, '$OPG');
});

test('a box that scrolls without end takes away only what stands in it', async ({ context, site }) => {
  const page = await context.newPage();
  const tape = `<div id="tape" style="width: 300px; overflow: hidden; white-space: nowrap">${'$AAA up, $BBB down. '.repeat(60)}</div>`;
  const script = `const tape = document.getElementById('tape'); const step = () => { tape.scrollLeft = (tape.scrollLeft + 3) % 4000; requestAnimationFrame(step); }; step();`;
  await page.goto(
    site.page({
      path: '/tape',
      body: `${tape}<p style="margin: 300px 80px">Stands still: $OPG</p>`,
      scripts: [script],
    }),
  );
  const card = await hover(page, '$OPG');
  await expect(card.getByRole('heading', { name: '$OPG' })).toBeVisible();
});

test('the quote of a note is the text around the mention, in a long block too', async ({ context, site }) => {
  const page = await context.newPage();
  const filler = (word: string) => `${word} `.repeat(400);
  await page.goto(
    site.page({
      path: '/long',
      body: `<div>${filler('before')} just here $OPG stands<br>${filler('after')}</div>`,
    }),
  );
  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'Keep as a project' }).click();
  await card.getByRole('textbox', { name: /note/i }).fill('Why here?');
  await card.getByRole('textbox', { name: /note/i }).press('Enter');
  await expect(card.getByText('just here $OPG stands')).toBeVisible();
});

const sharedPost = new URL('../../../shared/data/posts/opengradient-post.txt', import.meta.url);
if (existsSync(sharedPost)) {
  test('the post that the design is measured with has exactly six mentions of three aliases', async ({
    context,
    site,
  }) => {
    const page = await context.newPage();
    const lines = readFileSync(sharedPost, 'utf8').split('\n');
    await page.goto(site.page({ path: '/post', body: lines.map((line) => `<p>${line}</p>`).join('') }));
    await expect
      .poll(async () => (await tinted(page)).toSorted())
      .toEqual(['#OPG', '#OPG', '$OPG', '$OPG', '@OpenGradient', '@OpenGradient']);
  });
} else console.log('shared/data is absent: the post it holds is not looked at');
