import { expect, test } from '../e2e/fixtures.ts';
import { keepProject, opg } from '../e2e/library.ts';
import { cardFrame, hover, isCardOpen, markers, openCard, restOn, tinted } from '../e2e/on-page.ts';
import { canaries } from './canaries.ts';

/** What looks like the kept `$OPG` to a reader and is another name, or none. */
const lookAlikes = [
  { trick: 'Cyrillic О', text: '$\u041ePG' },
  { trick: 'Greek Ρ', text: '$O\u03a1G' },
  { trick: 'handle with a Cyrillic о', text: '@\u043epengradient' },
  { trick: 'hashtag with a Cyrillic О', text: '#\u041ePG' },
  { trick: 'a letter-like symbol at the end', text: '$OPG\u0430' },
  { trick: 'right-to-left override', text: '$\u202eGPO\u202c' },
  { trick: 'a combining mark', text: '$O\u0301PG' },
  { trick: 'a variation of G', text: '$OP\u050c' },
];

/** The same name to any reader and to Unicode's own folding: the project must be found, or nothing at all. */
const same = [
  { trick: 'zero-width space inside', text: '$OP\u200bG' },
  { trick: 'word joiner inside', text: '$OP\u2060G' },
  { trick: 'soft hyphen inside', text: '$OP\u00adG' },
  { trick: 'full-width sigil', text: '\uff04OPG' },
  { trick: 'full-width letters', text: '$\uff2f\uff30\uff27' },
];

test('a name that only looks like a kept one never shows that project’s status or notes', async ({
  context,
  site,
  openPopup,
}) => {
  test.setTimeout(180_000);
  await keepProject(await openPopup(), canaries.name, opg, 'convinced');
  const page = await context.newPage();
  const rows = lookAlikes.map(({ text }, i) => `<p id="row-${i}">Look: ${text} here</p>`).join('');
  await page.goto(site.page({ path: '/alike', body: `<p>Real: $OPG</p>${rows}` }));
  // The probe works: the real one is known, and it alone.
  await expect
    .poll(async () => (await markers(page)).filter((status) => status !== 'unknown'))
    .toEqual(['convinced']);
  await expect.poll(() => tinted(page)).toContain('$OPG');

  for (const text of (await tinted(page)).filter((text) => text !== '$OPG')) {
    await expect(async () => {
      await restOn(page, text);
      await openCard(page);
    }, 'a card that is slow on a busy machine comes at the next rest').toPass();
    const card = await cardFrame(page);
    await expect(card.getByText('You don’t keep this yet')).toBeVisible();
    await expect(card.getByText(canaries.name)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => isCardOpen(page)).toBe(false);
  }
  const card = await hover(page, '$OPG');
  await expect(card.getByRole('heading', { name: canaries.name })).toBeVisible();
});

test('invisible characters and full-width forms name the same project or nothing, never a third', async ({
  context,
  site,
  openPopup,
}) => {
  await keepProject(await openPopup(), canaries.name, opg, 'convinced');
  const page = await context.newPage();
  for (const [i, { trick, text }] of same.entries()) {
    await test.step(trick, async () => {
      await page.goto(site.page({ path: `/same-${i}`, body: `<p>Look: ${text} here</p><p>Real: #OPG</p>` }));
      await expect
        .poll(async () => (await markers(page)).filter((status) => status === 'convinced').length)
        .toBeGreaterThan(0);
      const found = (await tinted(page)).filter((each) => each !== '#OPG');
      for (const each of found) expect(text, 'what is tinted stands in the page').toContain(each);
    });
  }
});

test('overrides of the reading direction in a page turn nothing around in the card', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  const turned = 'See \u202e\u2067evil $OPG \u202egnorw\u2066 all';
  await page.goto(
    site.page({
      path: '/turned',
      title: `Title \u202edenrut`,
      body: `<p style="padding: 40px">${turned}</p>`,
    }),
  );
  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'Keep as a project' }).click();
  await card.getByRole('textbox', { name: /^New note/ }).fill('A \u202enote\u2067 of mine');
  await card.getByRole('textbox', { name: /^New note/ }).press('Enter');
  const entry = card.getByRole('article').first();
  await expect(entry).toBeVisible();
  await expect(entry.getByText('of mine')).toBeVisible();

  // What follows an override in the same run of text would be turned around: each piece must be isolated by itself.
  const open = await card.evaluate(() => {
    const overrides = /[\u202a-\u202e\u2066-\u2069]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!overrides.test((node as Text).data) || !node.parentElement) continue;
      seen++;
      const isolated = (element: Element): boolean => {
        const { unicodeBidi, display } = getComputedStyle(element);
        if (/isolate|plaintext/.test(unicodeBidi)) return true;
        // Nothing but this text stands in its block: there are no surroundings.
        if (!/inline/.test(display) || display === 'inline-block')
          return element.textContent === (node as Text).data;
        return element.parentElement !== null && isolated(element.parentElement);
      };
      if (!isolated(node.parentElement))
        bare.push(`<${node.parentElement.localName}> ${(node as Text).data}`);
    }
    return { bare, seen };
  });
  expect(open.seen, 'the turned texts are shown').toBeGreaterThan(1);
  expect(open.bare).toEqual([]);
});
