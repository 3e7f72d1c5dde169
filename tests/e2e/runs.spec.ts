import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { tinted } from './on-page.ts';

interface Row {
  html: string;
  /** Texts that are tinted, sorted. */
  mentions: string[];
  why: string;
}

const rows: Row[] = JSON.parse(
  readFileSync(new URL('../fixtures/html-mentions.json', import.meta.url), 'utf8'),
);

test('what belongs together in a page is read together, and nothing else', async ({ context, site }) => {
  test.setTimeout(120_000);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/runs', body: '<main>$BEGIN</main>' }));
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN']);

  for (const [i, { html, mentions, why }] of rows.entries()) {
    // Read last of all that comes in: when it is tinted, the row has been read too.
    const last = `$LAST${'ABCDEFGHIJ'.charAt(i / 10)}${'ABCDEFGHIJ'.charAt(i % 10)}`;
    await page.evaluate(
      (html) =>
        document
          .querySelector('main')
          ?.replaceChildren(document.createRange().createContextualFragment(html)),
      `<section><div>${html}</div></section><section><p>${last}</p></section>`,
    );
    await expect.poll(() => tinted(page)).toContain(last);
    const found = (await tinted(page)).filter((text) => text !== last).toSorted();
    expect(found, `${why}: ${html}`).toEqual(mentions);
  }
});

test('a doubtful cashtag is read anew when what stands beside it comes, changes and goes', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/beside', body: '<main>$BEGIN</main><section><p>$opg</p></section>' }));
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN']);
  const beside = (text: string | null) =>
    page.evaluate((text) => {
      document.querySelector('#beside')?.remove();
      if (text === null) return;
      const paragraph = document.createElement('p');
      paragraph.id = 'beside';
      paragraph.append(text);
      document.querySelector('section')?.append(paragraph);
    }, text);

  await beside('The stock market opens');
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN', '$opg']);
  await page.evaluate(() => {
    const text = document.querySelector('#beside')?.firstChild as Text;
    text.data = 'A garden opens';
  });
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN']);
  await beside('Bullish');
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN', '$opg']);
  await beside(null);
  await expect.poll(() => tinted(page)).toEqual(['$BEGIN']);
});
