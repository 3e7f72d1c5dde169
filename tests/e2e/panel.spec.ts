import { demoPage } from './demo-page.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, keepProject } from './library.ts';
import { hover, isCardOpen, markers, tinted } from './on-page.ts';
import { scrollingSideways } from './reflow.ts';
import { browserSurface, openBeside } from './surfaces.ts';

const opg = ['$OPG', '#OPG', '@OpenGradient'];
const narrow = { width: 320, height: 640 };

test('the card’s button opens the side panel on its project, and closes the card', async ({
  context,
  site,
  worker,
  openExtensionPage,
}) => {
  const store = await openExtensionPage('popup.html');
  const id = await keepProject(store, 'OpenGradient', opg, 'watching');
  await addNote(store, id, 'Who pays for the proofs?');
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const panels = () =>
    worker.evaluate(async () => {
      const open = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
      return open.length;
    });
  expect(await panels()).toBe(0);
  const card = await hover(page, '$OPG');
  await card.getByRole('button', { name: 'Open in the side panel' }).click();
  await expect.poll(panels, 'the browser has a side panel open').toBe(1);
  await expect.poll(() => isCardOpen(page)).toBe(false);

  const panel = await browserSurface(context, 'sidepanel.html');
  const shown = () =>
    panel.evaluate<string>(`document.querySelector('textarea[aria-label=Name]')?.value ?? ''`);
  await expect.poll(shown).toBe('OpenGradient');
  await expect.poll(() => panel.evaluate('document.body.innerText')).toContain('Who pays for the proofs?');

  await test.step('another card’s project takes its place', async () => {
    await keepProject(store, 'Akash', ['$AKT']);
    await page.goto(site.page({ path: '/akt', body: '<p>About $AKT</p>' }));
    const another = await hover(page, '$AKT');
    await another.getByRole('button', { name: 'Open in the side panel' }).click();
    await expect.poll(shown).toBe('Akash');
  });
});

test('the panel follows the active tab: switching, navigating, live posts', async ({
  context,
  site,
  worker,
}) => {
  const first = await context.newPage();
  await first.goto(site.page({ path: '/first', body: '<p>About $AKT</p>' }));
  const second = await context.newPage();
  await second.goto(site.page({ path: '/second', body: '<p>About $RNDR</p>' }));
  const panel = await openBeside(second, worker, 'sidepanel.html', narrow);
  const rows = panel.getByRole('region', { name: 'Not in your library' }).getByRole('listitem');

  await expect(rows).toHaveText([/\$RNDR/]);
  await first.bringToFront();
  await expect(rows).toHaveText([/\$AKT/]);
  await first.goto(site.page({ path: '/third', body: '<p>About $TAO</p>' }));
  await expect(rows).toHaveText([/\$TAO/]);
  await first.evaluate(() => document.body.append('Also $FET, and $FET again'));
  await expect(rows).toHaveText([/\$FET.*×2/s, /\$TAO/]);
  await first.goto('chrome://version');
  await expect(panel.getByText('Underline is not running here')).toBeVisible();
  await second.bringToFront();
  await expect(rows).toHaveText([/\$RNDR/]);
});

test('from a row of this page buttons and keys lead the page to its mentions, and the row keeps the focus', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(
    site.page({ path: '/jump', body: '<p>$OPG here</p><p>$TAO and $TAO</p><p>@OpenGradient there</p>' }),
  );
  // A page that paints nothing yet has no mention to jump to, and all its frames are asked as well.
  await expect.poll(() => markers(page)).toHaveLength(4);
  await test.step('a popup, which covers the page, has no such buttons', async () => {
    const popup = await openBeside(page, worker, 'popup.html');
    await keepProject(popup, 'OpenGradient', opg);
    await expect(popup.getByRole('region', { name: 'Your projects' })).toBeVisible();
    await expect(popup.getByRole('button', { name: /mention of/ })).toHaveCount(0);
    await popup.close();
  });
  const panel = await openBeside(page, worker, 'sidepanel.html', narrow);
  // What the panel asks of the page is written down on its way.
  await panel.evaluate(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const send = chrome.tabs.sendMessage.bind(chrome.tabs);
    Object.assign(chrome.tabs, {
      sendMessage: (
        id: number,
        message: { key?: string; by?: number; frame?: string | null },
        options: { frameId?: number } = {},
      ) => {
        // The question to all frames; what is then told to one of them is the same again.
        if (message.key !== undefined && (message.frame ?? null) === null)
          asked.push(`${message.key} ${message.by}`);
        return send(id, message, options);
      },
    });
  });
  const asked = () => panel.evaluate<string[]>('asked');
  const row = panel.getByRole('button', { name: /^No status OpenGradient/ });
  await panel.getByRole('button', { name: 'Next mention of OpenGradient' }).click();
  await panel.getByRole('button', { name: 'Previous mention of $TAO' }).click();
  await expect.poll(asked).toEqual(['$opg 1', '$tao -1']);

  await row.focus();
  for (const key of ['n', 'ArrowRight', 'p', 'ArrowLeft', 'Control+n']) {
    await panel.keyboard.press(key);
    await expect(row).toBeFocused();
  }
  await expect.poll(asked).toHaveLength(6);
  expect((await asked()).slice(2)).toEqual(['@opengradient 1', '$opg 1', '@opengradient -1', '$opg -1']);

  await test.step('where none is left that is said, once however often it is asked', async () => {
    // As a page answers that lost them a moment ago.
    await panel.evaluate(() => Object.assign(chrome.tabs, { sendMessage: () => Promise.resolve() }));
    for (let presses = 0; presses < 3; presses += 1) await panel.keyboard.press('n');
    await expect(panel.getByText('OpenGradient: not on the page any more')).toBeVisible();
    await expect(row).toBeFocused();
  });
});

test('320 px are enough: nothing is cut, nothing scrolls sideways', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page(demoPage));
  const panel = await openBeside(page, worker, 'sidepanel.html', narrow);
  const id = await keepProject(
    panel,
    'A project with a name that is longer than any panel is wide, Foundation Ltd.',
    [...opg, '@a-handle-of-the-longest-kind.with.several.labels.example'],
    'researching',
  );
  await addNote(panel, id, `See https://example.org/${'very-long-path/'.repeat(8)}`);
  for (const list of ['This page', 'Recent', 'Library']) {
    await panel.getByRole('tab', { name: list }).click();
    await expect(panel.getByRole('tabpanel', { name: list }).getByRole('listitem').first()).toBeVisible();
    await settles(() => scrollingSideways(panel), list);
  }
  await panel.getByRole('button', { name: /Researching A project with a name/ }).click();
  await expect(panel.getByRole('radio', { name: 'Researching' })).toBeChecked();
  await settles(() => scrollingSideways(panel), 'the project');
});

test('a page that changes without end is read less often, the panel says so, and no longer when it rests', async ({
  context,
  site,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/changing', body: '<p>$OPG</p><main></main>' }));
  await expect.poll(() => tinted(page)).toEqual(['$OPG']);
  // Other text each time, so that nothing that was read before helps.
  await page.evaluate(() => {
    let turn = 0;
    const change = () => {
      const texts = Array.from(
        { length: 200 },
        (_, at) => `<p>${'About it '.repeat(40)}#turn${turn}x${at}</p>`,
      );
      document
        .querySelector('main')
        ?.replaceChildren(document.createRange().createContextualFragment(texts.join('')));
      turn += 1;
    };
    Reflect.set(window, 'changing', setInterval(change, 50));
  });
  const panel = await openBeside(page, worker, 'sidepanel.html');
  const remark = panel.getByText('This page changes all the time.');
  await expect(remark).toBeVisible({ timeout: 20_000 });
  await page.evaluate(() => {
    clearInterval(Reflect.get(window, 'changing'));
    document.querySelector('main')?.replaceChildren('At last $ETH');
  });
  await expect.poll(() => tinted(page)).toEqual(['$OPG', '$ETH']);
  await expect(remark).toBeHidden({ timeout: 20_000 });
});
