import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { misplaced } from './marker-boxes.ts';

const lines = (count: number, style = 'margin: 24px') =>
  Array.from({ length: count }, (_, i) => `<p style="${style}">Line ${i} about $OPG and more</p>`).join('');

interface Case {
  what: string;
  body: string;
  /** What the page does once its markers stand. */
  act(page: Page): Promise<unknown>;
  /** And then. */
  undo?(page: Page): Promise<unknown>;
}

const setStyle = (selector: string, style: string) => (page: Page) =>
  page.locator(selector).evaluate((element, text) => element.setAttribute('style', text), style);

const cover = 'position: fixed; inset: 60px 0 auto 0; height: 200px; background: rgb(20 20 20)';

const cases: Case[] = [
  {
    what: 'a box that scrolls by itself',
    body: `<div id="box" style="overflow: auto; height: 220px; border: 9px solid">${lines(20)}</div>`,
    act: (page) => page.locator('#box').evaluate((box) => box.scrollTo(0, 133)),
  },
  {
    what: 'a header that sticks, and a scroll',
    body: `<div style="position: sticky; top: 0; height: 150px; background: rgb(0 0 0)"></div>${lines(60)}`,
    act: (page) => page.evaluate(() => scrollTo(0, 417)),
  },
  {
    what: 'a parent that a style sheet turns and moves',
    body: `<div id="box" style="width: 500px">${lines(8)}</div>`,
    act: setStyle(
      '#box',
      'width: 500px; transform: translate(70px, 33px) scale(1.25); transform-origin: 0 0',
    ),
  },
  {
    what: 'a page that zooms its text',
    body: lines(8),
    act: setStyle('body', 'zoom: 1.5'),
  },
  {
    what: 'sections that are laid out when they come near',
    body: Array.from(
      { length: 30 },
      () => `<section style="content-visibility: auto; contain-intrinsic-size: 90px">${lines(5)}</section>`,
    ).join(''),
    act: (page) => page.evaluate(() => scrollTo(0, 4_000)),
  },
  {
    what: 'rows that are used again for other lines',
    body: Array.from(
      { length: 12 },
      (_, i) =>
        `<p class="row" style="position: absolute; transform: translateY(${i * 40}px)">Row ${i} $OPG</p>`,
    ).join(''),
    act: (page) =>
      page.locator('.row').evaluateAll((rows) => {
        for (const [i, row] of rows.entries()) {
          row.textContent = `Another text in row ${i * 1_000}, and then $TAO`;
          row.setAttribute('style', `position: absolute; transform: translateY(${(12 - i) * 37}px)`);
        }
      }),
  },
  {
    what: 'a price that grows before a mention, in a box of its own',
    body: '<p>Now <b id="price" style="display: inline-block"><i>1</i></b> for $OPG, says $TAO</p>',
    act: (page) =>
      page.locator('#price i').evaluate((price) => price.replaceChildren('1,234,567.89 dollars')),
  },
  {
    what: 'a block that comes above',
    body: `<main>${lines(6)}</main>`,
    act: (page) =>
      page.locator('main').evaluate((main) => main.insertAdjacentHTML('afterbegin', '<h2>A new post</h2>')),
  },
  {
    what: 'a picture that loads above',
    body: `<img alt="">${lines(6)}`,
    act: (page) =>
      page.locator('img').evaluate(async (image: HTMLImageElement) => {
        image.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="120"/>')}`;
        await image.decode();
      }),
  },
  {
    what: 'details that open above',
    body: `<details><summary>More</summary><h2>Of this</h2></details>${lines(6)}`,
    act: (page) => page.locator('summary').click(),
  },
  {
    what: 'an inline link that says it hides what overflows',
    body: '<p>Now <a style="overflow: hidden; text-overflow: ellipsis">$OPG</a> and $TAO</p>',
    act: (page) => page.locator('p').evaluate((line) => line.prepend('And before: ')),
  },
  {
    what: 'animations that end all the time',
    body: `<i id="spark" style="position: absolute; transition: opacity 20ms">.</i>${lines(60)}`,
    act: (page) =>
      page.locator('#spark').evaluate((spark) => {
        setInterval(() => {
          spark.style.opacity = spark.style.opacity === '0.5' ? '1' : '0.5';
        }, 40);
        scrollTo(0, 300);
      }),
  },
  {
    what: 'a cover that comes and goes',
    body: `<main>${lines(8)}</main>`,
    act: (page) =>
      page.evaluate((style) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<section><div id="cover" style="${style}"></div></section>`,
        );
      }, cover),
    undo: (page) => page.locator('section').evaluate((section) => section.remove()),
  },
  {
    what: 'a cover that a style sheet shows and hides',
    body: `<div id="cover" hidden style="${cover}"></div>${lines(8)}`,
    act: setStyle('#cover', `${cover}; display: block`),
    undo: setStyle('#cover', 'display: none'),
  },
];

for (const { what, body, act, undo } of cases)
  test(`markers stand under their texts to the pixel: ${what}`, async ({ context, site }) => {
    const page = await context.newPage();
    await page.goto(site.page({ path: '/follows', body }));
    const right = (when: string) => expect.poll(() => misplaced(page), when).toEqual([]);
    await right('at first');
    await act(page);
    await right('after the act');
    if (!undo) return;
    await undo(page);
    await right('after it is undone');
  });
