import { detachedNodes } from './detached-nodes.ts';
import { expect, test } from './fixtures.ts';
import { hover, tinted } from './on-page.ts';

const posts = 300;
const body = Array.from(
  { length: posts },
  (_, i) => `<blockquote><p>Post ${i} about <b>$OPG</b> and @user${i}</p></blockquote>`,
).join('');

test('posts that a page removes leave no node of theirs in memory', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/posts', body }));
  await hover(page, '$OPG', 2);
  await page.evaluate(() => {
    Reflect.set(window, 'kept', [...document.querySelectorAll('blockquote')]);
    document.body.replaceChildren();
  });
  await expect.poll(() => tinted(page)).toEqual([]);
  expect(await detachedNodes(page, 'blockquote'), 'a page that keeps them').toBe(posts);
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'kept');
    document.body.append('Nothing is left');
  });
  // The browser itself keeps what the pointer was over, until it moves.
  await page.mouse.move(5, 5);
  // Each look takes the whole heap.
  await expect.poll(() => detachedNodes(page, 'blockquote'), { timeout: 30_000 }).toBe(0);
});
