import { expect, test } from '../e2e/fixtures.ts';
import { carryOut } from '../e2e/library.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { contentWorld } from './content-world.ts';

const keys = (from: number, count: number) => Array.from({ length: count }, (_, i) => `$k${from + i}`);
const unknown = { known: false, status: null, notes: 0, ignored: false };

/** What the background told a content script: which of the keys are known or ignored. */
const toldOf = (answer: unknown): string[] =>
  Object.entries((answer as { answer: { statuses: Record<string, object> } }).answer.statuses)
    .filter(([, status]) => JSON.stringify(status) !== JSON.stringify(unknown))
    .map(([key]) => key);

test('a content script is told status and counts of what it asks, and nothing else', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  await carryOut(popup, { type: 'ignore-mention', key: '$zzkl', site: null });
  const page = await context.newPage();
  const url = site.page({ path: '/asks', body: feed });
  await page.goto(url);
  const world = await contentWorld(page);

  const aliases = ['$vxlm', '@brandoril', '$zzkl', '$nobody', '__proto__', 'constructor'];
  const answer = await world.send('askStatuses', { site: new URL(url).host, aliases });
  expect(answer).toEqual({
    answer: {
      on: true,
      weak: false,
      dwellMs: 400,
      kinds: { cashtag: true, handle: true, hashtag: true },
      tint: 'soft',
      markers: true,
      modifier: 'none',
      statuses: Object.fromEntries([
        ['$vxlm', { known: true, status: 'convinced', notes: 2, ignored: false }],
        ['@brandoril', { known: true, status: 'passed', notes: 0, ignored: false }],
        ['$zzkl', { ...unknown, ignored: true }],
        ['$nobody', unknown],
        ['__proto__', unknown],
        ['constructor', unknown],
      ]),
    },
  });
  const words = Object.values(canaries).join(' ').split(/\W+/);
  expect(words.filter((word) => word.length > 6 && JSON.stringify(answer).includes(word))).toEqual([]);
});

test('trying every alias ends after 2,000: what is asked then is answered as if nobody knew it', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepCanaries(popup);
  await carryOut(popup, { type: 'ignore-mention', key: '$plmb', site: null });
  const page = await context.newPage();
  // Nothing that the page script itself would ask for.
  const url = site.page({ path: '/tries', body: '<p>Nothing here.</p>' });
  await page.goto(url);
  const world = await contentWorld(page);
  const wanted = ['$vxlm', '@velmarin', '$plmb'];
  const ask = (aliases: string[]) => world.send('askStatuses', { site: new URL(url).host, aliases });

  const answers: unknown[] = [];
  for (let batch = 0; batch < 100; batch++) {
    answers.push(await ask(batch < 99 ? keys(batch * 2_000, 2_000) : [...keys(500_000, 1_997), ...wanted]));
  }
  expect(answers.flatMap(toldOf)).toEqual([]);
  expect(Object.keys((answers[99] as { answer: { statuses: object } }).answer.statuses)).toHaveLength(2_000);
  expect(await ask([...keys(0, 1_999), '$one', '$two']), 'more than 2,000 at once').toEqual({ answer: null });

  // Another document asks for the same three, and is told.
  await page.goto(site.page({ path: '/tries-again', body: '<p>Nothing here.</p>' }));
  const next = await contentWorld(page);
  const told = await next.send('askStatuses', { site: new URL(url).host, aliases: wanted });
  expect(toldOf(told)).toEqual(wanted);
});

test('a content script speaks for no other site: neither its switch nor the aliases tied to it', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  const aliases = [{ text: '$VXLM', site: 'secret.example' }];
  await carryOut(popup, { type: 'keep-project', name: canaries.name, aliases, status: null, thesis: '' });
  await carryOut(popup, { type: 'switch-site', site: 'secret.example', on: false });
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Nothing inside.</p>' }));
  const page = await context.newPage();
  const url = site.page({ path: '/outer', body: `<iframe src="${inner}"></iframe>` });
  await page.goto(url);
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The page has no such frame');

  for (const world of [await contentWorld(page), await contentWorld(frame)]) {
    const ask = (of: string) => world.send('askStatuses', { site: of, aliases: ['$vxlm'] });
    expect(await ask('secret.example')).toEqual({ answer: null });
    expect(await ask(new URL(url).host)).toMatchObject({
      answer: { on: true, statuses: { $vxlm: unknown } },
    });
  }
});

test('a type that every object has is no type: a frame is not told the address of the page around it', async ({
  context,
  site,
}) => {
  const inner = site.elsewhere(site.page({ path: '/inner', body: '<p>Nothing inside.</p>' }));
  const page = await context.newPage();
  await page.goto(site.page({ path: '/secret-path', body: `<iframe src="${inner}"></iframe>` }));
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The page has no such frame');
  const world = await contentWorld(frame);
  const names = [...Object.getOwnPropertyNames(Object.prototype), 'probe', 'statuses'];
  const answers = await Promise.all(names.map((type) => world.send(type, {})));
  expect(answers.filter((answer) => answer !== undefined && answer !== null)).toEqual([]);
  expect(await world.send('requestCard', null), 'a type that is one').toEqual({ answer: expect.any(String) });
});

test('a card opened as a tab of its own claims nothing, and no other tab’s card does', async ({
  context,
  site,
  openExtensionPage,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/token', body: '<p>Nothing here.</p>' }));
  const world = await contentWorld(page);
  const given = (await world.send('requestCard', null)) as { answer: string };
  expect(given.answer).toMatch(/^[0-9a-f-]{36}$/);

  const card = await openExtensionPage('card.html');
  const claim = (token: string) =>
    card.evaluate((data) => chrome.runtime.sendMessage({ type: 'claimCard', data }), token);
  expect(await claim(given.answer)).toEqual({ answer: null });
  expect(await world.send('claimCard', given.answer)).toEqual({ answer: null });
  const own = await card.evaluate(() => chrome.runtime.sendMessage({ type: 'requestCard' }));
  expect(own).toEqual({ answer: '' });
});
