import type { Page, Worker } from '@playwright/test';
import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { carryOut } from './library.ts';

const settings = async (page: Page) => Object((await stored(page)).settings);

/** One setting, as it is changed by hand: what is shown before and after, and what is stored then. */
interface Change {
  what: string;
  section: string;
  change: (page: Page) => Promise<void>;
  shows: (page: Page) => Promise<void>;
  saves: Record<string, unknown>;
}

const flips = (section: string, name: string, saves: Record<string, unknown>): Change => ({
  what: name,
  section,
  change: (page) => page.getByRole('switch', { name }).click(),
  shows: (page) => expect(page.getByRole('switch', { name })).not.toBeChecked(),
  saves,
});
const chooses = (section: string, name: string, saves: Record<string, unknown>): Change => ({
  what: name,
  section,
  change: (page) => page.getByRole('radio', { name }).click(),
  shows: (page) => expect(page.getByRole('radio', { name })).toBeChecked(),
  saves,
});
const both = { cashtag: true, handle: true, hashtag: true };

const changes: Change[] = [
  flips('detection', 'Cashtags', { kinds: { ...both, cashtag: false } }),
  flips('detection', 'Handles', { kinds: { ...both, cashtag: false, handle: false } }),
  flips('detection', 'Hashtags', { kinds: { cashtag: false, handle: false, hashtag: false } }),
  {
    what: 'Pause',
    section: 'sites',
    change: (page) => page.getByRole('switch', { name: 'Pause on all sites' }).click(),
    shows: (page) => expect(page.getByRole('switch', { name: 'Pause on all sites' })).toBeChecked(),
    saves: { paused: true },
  },
  chooses('sites', 'Only on these', { onlyOn: true }),
  chooses('appearance', 'Strong', { tint: 'strong' }),
  flips('appearance', 'Status underlines', { markers: false }),
  chooses('appearance', 'Shift', { modifier: 'shift' }),
  flips('appearance', 'Number on the toolbar icon', { badge: false }),
  {
    what: 'Hover delay',
    section: 'appearance',
    change: (page) => page.getByRole('slider', { name: 'Hover delay' }).press('PageUp'),
    shows: (page) => expect(page.getByRole('slider', { name: 'Hover delay' })).toHaveValue('900'),
    saves: { dwellMs: 900 },
  },
];

test('each setting is saved at once, kept, and shown in another page that is open', async ({
  openExtensionPage,
}) => {
  test.slow();
  const page = await openExtensionPage('options.html');
  const other = await openExtensionPage('options.html');
  for (const { what, section, change, shows, saves } of changes)
    await test.step(what, async () => {
      for (const each of [page, other])
        await each.evaluate((hash) => {
          location.hash = hash;
        }, section);
      await change(page);
      await shows(page);
      await expect.poll(() => settings(page)).toMatchObject(saves);
      await shows(other);
      await page.reload();
      await shows(page);
    });
  await page.goto(page.url().replace(/#.*/, '#detection'));
  await expect(page.getByText('All three are off')).toBeVisible();
});

/** From now on the browser refuses to save, as on a full disk, once it is let go. */
const refuseToSave = (worker: Worker) =>
  worker.evaluate(() => {
    const gate = Promise.withResolvers<void>();
    Object.assign(globalThis, { letGo: gate.resolve });
    chrome.storage.local.set = async () => {
      await gate.promise;
      throw new Error('The disk is full');
    };
  });

test('what is refused is shown at once, and goes back with the reason', async ({
  openExtensionPage,
  worker,
}) => {
  const page = await openExtensionPage('options.html#appearance');
  await expect(page.getByRole('radio', { name: 'Soft' })).toBeChecked();
  const before = await stored(page);
  await refuseToSave(worker);

  await page.getByRole('radio', { name: 'Strong' }).click();
  await page.getByRole('switch', { name: 'Status underlines' }).click();
  await page.getByRole('slider', { name: 'Hover delay' }).press('PageUp');
  // Shown while nobody knows yet whether it will be saved.
  await expect(page.getByRole('radio', { name: 'Strong' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Status underlines' })).not.toBeChecked();
  await expect(page.getByRole('slider', { name: 'Hover delay' })).toHaveValue('900');

  await worker.evaluate(() => Reflect.get(globalThis, 'letGo')());
  await expect(page.getByText('The browser could not save this.').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Soft' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Status underlines' })).toBeChecked();
  await expect(page.getByRole('slider', { name: 'Hover delay' })).toHaveValue('400');
  expect(await stored(page)).toEqual(before);

  await page.evaluate(() => {
    location.hash = 'sites';
  });
  const field = page.getByRole('textbox', { name: 'Turn off for a site' });
  await field.fill('example.com');
  await field.press('Enter');
  await expect(field, 'what was typed is there again').toHaveValue('example.com');
  await expect(page.getByRole('button', { name: 'Remove example.com' })).toHaveCount(0);
});

test('a site is added by its address, said to be wrong where it is none, removed, and brought back', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('options.html#sites');
  const field = page.getByRole('textbox', { name: 'Turn off for a site' });
  await expect(page.getByText('Underline is on everywhere.')).toBeVisible();
  const add = async (typed: string) => {
    await field.fill(typed);
    await field.press('Enter');
  };

  await add('chrome://extensions');
  await expect(page.getByRole('alert')).toContainText('Underline runs on web pages alone');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/web pages alone/);
  await expect(field, 'what was typed stays').toHaveValue('chrome://extensions');

  await add('https://Reddit.com/r/all?x=1');
  const remove = page.getByRole('button', { name: 'Remove reddit.com', exact: true });
  await expect(remove).toBeVisible();
  await expect(field).toHaveValue('');
  await expect.poll(() => settings(page)).toMatchObject({ sitesOff: ['reddit.com'] });
  await page.getByRole('button', { name: 'Add www.reddit.com too' }).click();
  await expect(page.getByRole('button', { name: 'Remove www.reddit.com' })).toBeVisible();
  await add('reddit.com');
  await expect(page.getByRole('alert')).toContainText('reddit.com is on the list already.');

  await remove.click();
  await expect(remove).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove www.reddit.com' })).toBeFocused();
  await expect.poll(() => settings(page)).toMatchObject({ sitesOff: ['www.reddit.com'] });
  // It is offered a moment after it was saved.
  await expect(page.getByText('reddit.com is off the list')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(remove).toBeVisible();

  // The two lists are apart.
  await page.getByRole('radio', { name: 'Only on these' }).click();
  await expect(page.getByText('so Underline runs nowhere')).toBeVisible();
  await page.getByRole('textbox', { name: 'Turn on for a site' }).fill('x.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove x.com' })).toBeVisible();
  await expect.poll(() => settings(page)).toMatchObject({ onlyOn: true, sitesOn: ['x.com'] });
});

test('ignored and weak mentions have a way back, and Undo brings them here again', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('options.html#sites');
  await carryOut(page, { type: 'ignore-mention', key: '$all', site: 'reddit.com' });
  await carryOut(page, { type: 'ignore-mention', key: 'name:grass', site: null });
  await carryOut(page, { type: 'paint-weak', site: 'x.com', on: true });
  const list = page.getByRole('list', { name: 'Ignored mentions' });
  await expect(list.getByRole('listitem')).toHaveText([/^\$all.*On reddit\.com/, /^grass.*On all sites/]);
  await list.getByRole('button', { name: 'Show $all again: On reddit.com' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => settings(page)).toMatchObject({ ignored: [{ key: 'name:grass', site: null }] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);

  await page.evaluate(() => {
    location.hash = 'detection';
  });
  await page.getByRole('button', { name: 'Remove x.com' }).click();
  await expect(page.getByText('On no site.')).toBeVisible();
  await expect.poll(() => settings(page)).toMatchObject({ weakSites: [] });
});

test('10,000 sites: few of them stand in the page, and each is found and removed', async ({
  openExtensionPage,
  restart,
}) => {
  const first = await openExtensionPage('options.html#sites');
  await carryOut(first, { type: 'switch-site', site: 'first.example', on: false });
  await first.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    const sitesOff = Array.from({ length: 10_000 }, (_, at) => `site-${String(at).padStart(5, '0')}.example`);
    await chrome.storage.local.set({ settings: { ...Object(settings), sitesOff } });
  });
  // The background keeps what it read.
  await restart();
  const page = await openExtensionPage('options.html#sites');
  await expect(page.getByText('10,000 entries')).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeLessThan(60);

  await page.getByRole('button', { name: 'Remove site-00000.example' }).press('End');
  await expect(page.getByRole('button', { name: 'Remove site-09999.example' })).toBeFocused();

  await page.getByRole('searchbox', { name: 'Search: Sites where it is off' }).fill('08765');
  await expect(page.getByText('1 of 10,000')).toBeVisible();
  await page.getByRole('button', { name: 'Remove site-08765.example' }).click();
  await expect.poll(async () => (await settings(page)).sitesOff.length).toBe(9_999);
  await expect(page.getByText('Nothing in this list has “08765” in it.')).toBeVisible();
});
