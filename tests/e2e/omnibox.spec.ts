import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { enterInOmnibox, typeInOmnibox } from './worker-events.ts';

const isolated = (text: string) => `\u2068${text}\u2069`;

test('the address bar finds projects by name and alias as one types, and Enter opens the best', async ({
  context,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'Akash', ['$AKT']);
  const id = await keepProject(store, 'OpenGradient', ['$OPG', '@OpenGradient'], 'watching');
  const line = [isolated('OpenGradient'), `${isolated('$OPG')} ${isolated('@OpenGradient')}`, 'Watching'];
  const best = { first: `Open ${line.join(' · ')}`, lines: [] };
  expect(await typeInOmnibox(worker, 'opg')).toEqual(best);
  expect(await typeInOmnibox(worker, 'openg')).toEqual(best);
  expect((await typeInOmnibox(worker, '')).first).toMatch(/^Type a name/);
  expect((await typeInOmnibox(worker, 'nothing like it')).first).toMatch(/^No project of yours/);
  expect((await typeInOmnibox(worker, 'nothing like it')).lines).toEqual([]);

  const opened = context.waitForEvent('page', (page) => page.url().includes('/sidepanel.html'));
  await enterInOmnibox(worker, 'opg');
  const panel = await opened;
  await expect.poll(() => panel.url()).toContain(`#project=${id}`);
  await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
});

test('a library that can not be read is not called empty, and Enter opens it', async ({
  context,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', ['$OPG']);
  await store.evaluate(() => chrome.storage.local.set({ index: 7 }));
  const unreadable = { first: expect.stringMatching(/^Your library cannot be read now\. Enter/), lines: [] };
  await expect.poll(() => typeInOmnibox(worker, 'opg')).toEqual(unreadable);
  expect(await typeInOmnibox(worker, '')).toEqual(unreadable);
  const opened = context.waitForEvent('page', (page) => page.url().includes('/sidepanel.html'));
  await enterInOmnibox(worker, 'opg');
  const panel = await opened;
  await expect(
    panel.getByRole('alert').filter({ hasText: /list of your projects and notes can not be read/ }),
  ).toBeVisible();
});

test('six more are offered at most, and each line opens its own, also two of one name', async ({
  context,
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  for (let i = 0; i < 9; i += 1) await keepProject(store, 'Twin', []);
  const { lines } = await typeInOmnibox(worker, 'twin');
  expect(lines.map(({ content }) => content)).toEqual([
    'Twin',
    ...[2, 3, 4, 5, 6].map((count) => `Twin (${count})`),
  ]);
  const urls = new Set<string>();
  for (const { content } of lines.slice(0, 2)) {
    const opened = context.waitForEvent('page', (page) => page.url().includes('/sidepanel.html#project='));
    await enterInOmnibox(worker, content);
    urls.add((await opened).url());
  }
  expect(urls.size).toBe(2);
});

test('names of any letters are shown as text: markup, controls and directions change no line', async ({
  worker,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'Zeta <b>&"bold"\u202e\u0007 \'x\'</match>', ['$ZETA']);
  await keepProject(store, '__proto__ zeta', []);
  const { first, lines } = await typeInOmnibox(worker, 'zeta');
  const all = [first, ...lines.map(({ description }) => description)].join('\n');
  expect(all).toContain('Zeta &lt;b&gt;&amp;&quot;bold&quot; &apos;x&apos;&lt;/match&gt;');
  expect(all).toContain(isolated('__proto__ zeta'));
  for (const sign of ['<', '>', '"', "'", '\u202e', '\u0007']) expect(all).not.toContain(sign);
});
