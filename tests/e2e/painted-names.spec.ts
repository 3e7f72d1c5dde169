import type { BrowserContext, Page, Worker } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject } from './library.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';
import type { Site } from './site.ts';
import { openBeside } from './surfaces.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
const short = '0xFbC2…F5eB';
const aliases = ['OpenGradient', 'opengradient.ai', evm];

const post = (text: string) => `<div><p>${text}</p></div>`;
/** No sigil on it. */
const body = [
  post('They say <b>Open</b>Gradient grows.'),
  post('Read docs.opengradient.ai today.'),
  post(`It is at ${evm} now.`),
  post(`Or at ${short} perhaps.`),
  post('<code>OpenGradient</code> and OpenGradients are none.'),
].join('\n');
const all = ['OpenGradient', 'docs.opengradient.ai', evm, short];

const painted = (page: Page) => tinted(page).then((texts) => texts.toSorted());
const sorted = all.toSorted();

test('names, domains and addresses are painted where weak mentions are, at once, and there alone', async ({
  context,
  site,
  worker,
}) => {
  const url = site.page({ path: '/names', body });
  const host = new URL(url).host;
  const [page, elsewhere] = [await context.newPage(), await context.newPage()];
  await elsewhere.goto(site.elsewhere(url));
  await page.goto(url);
  const popup = await openBeside(page, worker, 'popup.html');
  const id = await keepProject(popup, 'OpenGradient', aliases, 'watching');
  const allow = (on: boolean) => carryOut(popup, { type: 'paint-weak', site: host, on });
  await allow(true);
  await expect.poll(() => painted(page)).toEqual(sorted);
  await expect.poll(() => markers(page)).toEqual(all.map(() => 'watching'));

  await test.step('what the library gains, loses or changes is painted without a reload', async () => {
    await carryOut(popup, { type: 'set-status', id, status: 'convinced' });
    await expect.poll(() => markers(page)).toEqual(all.map(() => 'convinced'));
    await carryOut(popup, { type: 'trash-project', id });
    await expect.poll(() => painted(page)).toEqual([]);
    await carryOut(popup, { type: 'restore-project', id });
    await expect.poll(() => painted(page)).toEqual(sorted);
  });

  await test.step('what is edited away is dropped at once, what comes in is found', async () => {
    const left = await page.evaluate(async () => {
      const text = document.querySelectorAll('p')[1]?.firstChild as Text;
      text.data = 'Read on.';
      await Promise.resolve();
      return [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].filter(({ startContainer }) => startContainer === text),
      ).length;
    });
    expect(left).toBe(0);
    await expect.poll(() => painted(page)).toEqual(sorted.filter((text) => !text.startsWith('docs')));
    await page.evaluate(() => document.querySelectorAll('p')[1]?.append(' At docs.opengradient.ai'));
    await expect.poll(() => painted(page)).toEqual(sorted);
  });

  await test.step('switched off and on again', async () => {
    await allow(false);
    await expect.poll(() => painted(page)).toEqual([]);
    await expect.poll(() => markers(page)).toEqual([]);
    await allow(true);
    await expect.poll(() => painted(page)).toEqual(sorted);
  });

  await test.step('a page that is loaded later knows', async () => {
    await page.reload();
    await expect.poll(() => painted(page)).toEqual(sorted);
  });

  await test.step('another site shows nothing of it, and finds mentions when they come in', async () => {
    await elsewhere.bringToFront();
    await elsewhere.evaluate(() => document.querySelector('p')?.append(' and $AKT'));
    await expect.poll(() => painted(elsewhere)).toEqual(['$AKT']);
  });
});

/** A page with names of a kept project, on a site that may paint them, and the popup over it. */
async function openAllowed(context: BrowserContext, site: Site, worker: Worker) {
  const url = site.page({ path: '/names', body: `${body}${post('Last of all $AKT')}` });
  const page = await context.newPage();
  await page.goto(url);
  const popup = await openBeside(page, worker, 'popup.html');
  const id = await keepProject(popup, 'The Gradient', aliases, 'watching');
  await carryOut(popup, { type: 'paint-weak', site: new URL(url).host, on: true });
  return { page, popup, id };
}

test('the card of a name, a domain and a shortened address is the project’s, and says why', async ({
  context,
  site,
  worker,
}) => {
  const { page, popup, id } = await openAllowed(context, site, worker);
  await expect.poll(() => painted(page)).toEqual(['$AKT', ...sorted].toSorted());

  for (const [text, why] of [
    ['Gradient grows', 'Shown because you keep OpenGradient.'],
    ['docs.opengradient.ai', 'Shown because you keep opengradient.ai.'],
    [short, `Maybe: only the ends stand here. You keep ${short}.`],
  ] as const) {
    await test.step(text, async () => {
      // Of the name only a part is a text node of its own.
      const card = await hover(page, text === 'Gradient grows' ? 'Gradient' : text);
      await expect(card.getByRole('heading', { name: 'The Gradient' })).toBeVisible();
      await expect(card.getByText(why)).toBeVisible();
      // What is saved meanwhile leaves it open.
      const status = (await markers(page)).includes('watching') ? 'convinced' : 'watching';
      await carryOut(popup, { type: 'set-status', id, status });
      await expect.poll(() => markers(page)).toContain(status);
      expect(await isCardOpen(page)).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => isCardOpen(page)).toBe(false);
    });
  }
});

test('“Not this” leaves a domain alone on the site, and the popup has the way back', async ({
  context,
  site,
  worker,
}) => {
  const { page, popup } = await openAllowed(context, site, worker);
  await expect.poll(() => painted(page)).toEqual(['$AKT', ...sorted].toSorted());
  const card = await hover(page, 'docs.opengradient.ai');
  await card.getByRole('button', { name: 'Not this' }).click();
  const without = ['$AKT', ...sorted].filter((text) => !text.startsWith('docs')).toSorted();
  await expect.poll(() => painted(page)).toEqual(without);
  await popup.bringToFront();
  await popup.getByText('1 ignored').click();
  await popup.getByRole('button', { name: 'Show opengradient.ai again' }).click();
  await page.bringToFront();
  await expect.poll(() => painted(page)).toEqual(['$AKT', ...sorted].toSorted());
});
