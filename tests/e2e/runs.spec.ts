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
