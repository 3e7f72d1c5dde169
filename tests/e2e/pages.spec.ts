import { bundle } from './bundle.ts';
import { demoPage } from './demo-page.ts';
import { expect, test } from './fixtures.ts';
import { hover, isCardOpen, markers, placeOf, tinted } from './on-page.ts';

const sorted = (texts: string[]) => texts.toSorted();

test('the page is the same to the byte, before, while and after a card is open', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const remember = "addEventListener('DOMContentLoaded', () => { window.before = document.body.innerHTML; })";
  await page.goto(site.page({ ...demoPage, scripts: [remember] }));
  const unchanged = () =>
    page.evaluate(
      () => document.body.innerHTML.length > 0 && Reflect.get(window, 'before') === document.body.innerHTML,
    );
  await hover(page, '$OPG');
  expect(await unchanged()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => isCardOpen(page)).toBe(false);
  expect(await unchanged()).toBe(true);
});

test('posts appended live are tinted, edited text never keeps its tint, removed posts leave nothing', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/live', body: '<main><p>$OPG</p></main>' }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);

  await page.evaluate(() => {
    const post = document.createElement('article');
    post.innerHTML = '<p>New: <b>#OPG</b> by <a href="#x">@<span>OpenGradient</span></a></p>';
    document.querySelector('main')?.append(post);
  });
  await expect.poll(async () => sorted(await tinted(page))).toEqual(['#OPG', '$OPG', '@OpenGradient']);

  const atOnce = await page.evaluate(async () => {
    const text = document.querySelector('p')?.firstChild as Text;
    text.data = 'Nothing here now, not at all';
    await Promise.resolve();
    return [...CSS.highlights.values()]
      .flatMap((each) => [...each])
      .filter(({ startContainer }) => startContainer === text).length;
  });
  expect(atOnce, 'ranges on edited text right after the edit').toBe(0);
  await expect.poll(async () => sorted(await tinted(page))).toEqual(['#OPG', '@OpenGradient']);

  await page.evaluate(() => document.querySelector('article')?.remove());
  await expect.poll(() => tinted(page)).toEqual([]);
  await expect.poll(() => markers(page)).toEqual([]);
});

test('a React page re-renders its text under the tint', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({ path: '/react', body: '<div id="app"></div>', scripts: [await bundle('react-page.tsx')] }),
  );
  await expect.poll(async () => sorted(await tinted(page))).toEqual(['$OPG', '$OPG', '@reader0']);
  for (let count = 1; count <= 3; count++) {
    await page.getByRole('button', { name: 'Count' }).click();
    await expect(page.locator('#counted')).toHaveText(`$OPG was read ${count} times by @reader${count}`);
    await expect.poll(async () => sorted(await tinted(page))).toEqual(['$OPG', '$OPG', `@reader${count}`]);
  }
  await page.getByRole('button', { name: 'Post' }).click();
  await expect.poll(async () => (await tinted(page)).length).toBe(4);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(async () => sorted(await tinted(page))).toEqual(['$OPG', '@reader3']);
  await hover(page, '$OPG');
});

test('strict CSP and Trusted Types: the card works, and the page reports nothing', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const policy =
    "default-src 'none'; img-src data:; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  await page.goto(
    site.page({ path: '/strict', body: demoPage.body, headers: { 'content-security-policy': policy } }),
  );
  const card = await hover(page, '#OPG');
  await expect(card.getByText('You don’t keep this yet')).toBeVisible();
  expect(await tinted(page)).toHaveLength(6);
});

for (const origin of ['same', 'other'] as const) {
  test(`an iframe of the ${origin} origin has its mentions and its card`, async ({ context, site }) => {
    const inner = site.page({ path: '/inner', body: '<p style="padding: 40px">Inside: $OPG</p>' });
    const src = origin === 'same' ? inner : site.elsewhere(inner);
    const page = await context.newPage();
    await page.goto(
      site.page({
        path: '/outer',
        body: `<p>Outside: #OPG</p><iframe src="${src}" width="600" height="560"></iframe>`,
      }),
    );
    await expect.poll(() => page.frames().some((each) => each.url() === src)).toBe(true);
    const frame = page.frames().find((each) => each.url() === src);
    if (!frame) throw new Error('The page has no such frame');
    await expect.poll(() => tinted(page)).toEqual(['#OPG']);
    await expect.poll(() => tinted(frame)).toEqual(['$OPG']);

    const box = await page.locator('iframe').boundingBox();
    const place = await placeOf(frame, '$OPG');
    if (!box) throw new Error('The frame has no box');
    // Where a mention stands is measured a moment after it is tinted; a pointer that came before that has to come again.
    await expect(async () => {
      await page.mouse.move(box.x + 300, box.y + 300);
      await page.mouse.move(box.x + 2 + place.x, box.y + 2 + place.y, { steps: 6 });
      await expect.poll(() => isCardOpen(frame), { timeout: 3_000 }).toBe(true);
    }).toPass();
  });
}

test('an open shadow root has its mentions, its changes and its card', async ({ context, site }) => {
  const page = await context.newPage();
  const script = `
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Shadow: <b>$OPG</b></p>';
    customElements.define('late-post', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>Late: #OPG</p>'; }
    });`;
  await page.goto(site.page({ path: '/shadow', body: '<div id="host"></div>', scripts: [script] }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
  await page.evaluate(() => document.body.append(document.createElement('late-post')));
  await expect.poll(async () => sorted(await tinted(page))).toEqual(['#OPG', '$OPG']);
  const color = () =>
    page.evaluate(() => {
      const bold = document.querySelector('#host')?.shadowRoot?.querySelector('b');
      return bold && getComputedStyle(bold, '::highlight(underline-mention)').backgroundColor;
    });
  await expect.poll(color).toContain('240, 180, 40');
  await hover(page, '$OPG');
});

test('the card is dark on a dark page and light on a light one, whatever the system says', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const dark =
    '<div style="background: oklch(0.2 0.01 260); color: #ddd; padding: 60px">Dark ground for $OPG</div>';
  await page.goto(
    site.page({ path: '/both', body: `${dark}<p style="padding: 60px">Light ground for #OPG</p>` }),
  );
  let card = await hover(page, '$OPG');
  await expect(card.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Escape');
  card = await hover(page, '#OPG');
  await expect(card.locator('html')).toHaveAttribute('data-theme', 'light');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(
    site.page({
      path: '/dark',
      head: '<meta name="color-scheme" content="light dark">',
      body: '<p style="padding: 60px">Follows the system: $OPG</p>',
    }),
  );
  card = await hover(page, '$OPG');
  await expect(card.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('inside a modal dialog the card can be used', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/modal',
      body: '<p>Behind: #OPG</p><dialog style="width: 700px; height: 600px"><p>In front: $OPG</p></dialog>',
      scripts: ["document.querySelector('dialog').showModal()"],
    }),
  );
  const card = await hover(page, '$OPG');
  await card.getByLabel('Name').fill('Open Gradient');
  await card.getByRole('button', { name: 'Keep as a project' }).click();
  await expect(card.getByRole('heading', { name: 'Open Gradient' })).toBeVisible();
});

test('code, inputs and editors are left alone', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/code',
      body: `<pre>echo $OPG</pre><code>@OpenGradient</code><textarea>$OPG</textarea><div contenteditable>#OPG</div>
        <div class="hljs">$OPG</div><script type="text/plain">$OPG</script><p hidden>none</p>
        <table><tr><td>$</td><td>OPG</td></tr></table><p>Costs $100, mail me@opg.example, see https://x.com/@OpenGradient</p>
        <p>Only this: $OPG</p>`,
    }),
  );
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
});

test('nothing is drawn where something covers the mention, and all of it follows a scroll', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const posts = Array.from({ length: 60 }, (_, i) => `<p style="margin: 30px">Post ${i} about $OPG</p>`).join(
    '',
  );
  await page.goto(
    site.page({
      path: '/sticky',
      body: `<header style="position: sticky; top: 0; height: 200px; background: rgb(0 0 0); color: white">Menu</header>${posts}`,
    }),
  );
  const visible = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('p')].filter((post) => {
          const { top, bottom } = post.getBoundingClientRect();
          return top >= 200 && bottom <= innerHeight;
        }).length,
    );
  /** Some are drawn, and as many as can be seen, but for what stands at an edge. */
  const fits = async () => {
    const drawn = (await markers(page)).length;
    return drawn > 0 && Math.abs(drawn - (await visible())) <= 2;
  };
  await expect.poll(fits).toBe(true);
  await page.mouse.wheel(0, 700);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
  await expect.poll(fits).toBe(true);
});

test('a still pointer opens nothing when a mention moves under it', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/moving',
      body: '<p id="it" style="position: absolute; left: 300px; top: 300px">$OPG</p>',
    }),
  );
  await expect.poll(() => markers(page)).toEqual(['unknown']);
  await page.mouse.move(600, 100);
  await page.mouse.move(620, 110);
  await page.evaluate(() => {
    const token = document.getElementById('it');
    if (token) Object.assign(token.style, { left: '605px', top: '90px' });
  });
  // Three dwells, seen from inside the page.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  expect(await isCardOpen(page)).toBe(false);
});
