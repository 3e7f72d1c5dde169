import type { Locator, Page } from '@playwright/test';
import { checksumOf } from '../../lib/library/digest.ts';
import { pastDwell } from '../hostile/past-dwell.ts';
import { exportFrom } from './export.ts';
import { expect, test } from './fixtures.ts';
import { carryOut, keepProject } from './library.ts';
import { hover, markers, tinted } from './on-page.ts';
import { openBeside } from './surfaces.ts';

const body =
  '<div><p>They speak of $opg here</p></div><div><p>And of $zzkl there</p></div><p>And of $AKT</p>';

/** In the surface's menu, opened for it. */
async function weakSwitch(surface: Page): Promise<Locator> {
  await surface.getByRole('button', { name: 'More', exact: true }).click();
  return surface.getByRole('menuitemcheckbox', { name: /^Paint weak mentions on 127/ });
}

const painted = async (page: Page) => ({
  tinted: (await tinted(page)).toSorted(),
  markers: (await markers(page)).toSorted(),
});
const strongAlone = { tinted: ['$AKT'], markers: ['unknown'] };
const weakToo = { tinted: ['$AKT', '$opg'], markers: ['unknown', 'watching'] };

test('weak mentions are painted where the user allows it, at once, and there alone', async ({
  context,
  site,
  worker,
}) => {
  const url = site.page({ path: '/weak', body });
  const [page, elsewhere] = [await context.newPage(), await context.newPage()];
  await elsewhere.goto(site.elsewhere(url));
  await page.goto(url);
  const popup = await openBeside(page, worker, 'popup.html');
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  // By then the page has asked again.
  await pastDwell(page);
  await expect.poll(() => painted(page)).toEqual(strongAlone);

  await test.step('switched on in the menu, which says what the page could tell', async () => {
    const allow = await weakSwitch(popup);
    await expect(allow).toHaveAttribute('aria-checked', 'false');
    await expect(allow).toHaveAccessibleDescription(/^For example \$opg .* could then find out which/);
    await popup.keyboard.press('End');
    await expect(allow).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(
      popup.getByText(/^Weak mentions are painted on 127/).filter({ visible: true }),
    ).toBeVisible();
    await expect.poll(() => painted(page)).toEqual(weakToo);
    await expect(await weakSwitch(popup)).toHaveAttribute('aria-checked', 'true');
    await popup.keyboard.press('Escape');
  });

  await test.step('what the library gains or loses is painted without a reload', async () => {
    await carryOut(popup, { type: 'trash-project', id });
    await expect.poll(() => painted(page)).toEqual(strongAlone);
    const zkl = await keepProject(popup, 'ZK Labs', ['$ZZKL']);
    await expect
      .poll(() => painted(page))
      .toEqual({ tinted: ['$AKT', '$zzkl'], markers: ['none', 'unknown'] });
    await carryOut(popup, { type: 'trash-project', id: zkl });
    await carryOut(popup, { type: 'restore-project', id });
    await expect.poll(() => painted(page)).toEqual(weakToo);
  });

  await test.step('what is ignored is not', async () => {
    const card = await hover(page, '$opg');
    await card.getByRole('button', { name: 'More' }).click();
    await card.getByRole('menuitem', { name: /^Ignore \$opg on 127/ }).click();
    await expect.poll(() => painted(page)).toEqual(strongAlone);
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => painted(page)).toEqual(weakToo);
    await page.keyboard.press('Escape');
  });

  await test.step('switched off and on again', async () => {
    await (await weakSwitch(popup)).click();
    await expect.poll(() => painted(page)).toEqual(strongAlone);
    await (await weakSwitch(popup)).click();
    await expect.poll(() => painted(page)).toEqual(weakToo);
  });

  await test.step('a page that is loaded later knows', async () => {
    await page.reload();
    await expect.poll(() => painted(page)).toEqual(weakToo);
  });

  await test.step('another site was asked all the while and shows nothing of it', async () => {
    await elsewhere.bringToFront();
    await expect.poll(() => painted(elsewhere)).toEqual(strongAlone);
  });
});

test('where nothing is painted anyway, weak mentions are not offered', async ({ context, site, worker }) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/weak', body }));
  const popup = await openBeside(page, worker, 'popup.html');
  const allow = await weakSwitch(popup);
  await expect(allow).toBeVisible();
  await popup.keyboard.press('Escape');
  await popup.getByRole('switch', { name: /^On for/ }).click();
  await weakSwitch(popup);
  await expect(popup.getByRole('menuitem', { name: 'Export' })).toBeVisible();
  await expect(allow).toHaveCount(0);
});

test('a file that lets sites paint weak mentions says so before it is imported', async ({
  openExtensionPage,
}, testInfo) => {
  const panel = await openExtensionPage('sidepanel.html');
  await keepProject(panel, 'OpenGradient', ['$OPG']);
  const { document } = await exportFrom(panel, testInfo.outputPath('export.json'));
  const page = await openExtensionPage('sidepanel.html#import');
  const choose = async (...weakSites: string[]) => {
    const content = {
      projects: document.projects,
      notes: document.notes,
      settings: { ...document.settings, weakSites },
    };
    const text = JSON.stringify({ ...document, ...content, checksum: checksumOf(content) });
    await page
      .getByLabel(/choose an export file/i)
      .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await choose();
  await expect(page.getByText('Your settings stay as they are.')).toBeVisible();
  await expect(page.getByText(/weak mentions/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Another file' }).click();

  await choose('a.example', 'b.example', 'c.example', 'd.example', 'e.example');
  await expect(
    page.getByText('Then weak mentions are painted on a.example, b.example, c.example, and 2 more: what you'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();

  await carryOut(page, { type: 'paint-weak', site: 'a.example', on: true });
  await choose('a.example', 'd.example');
  await expect(page.getByText('Then weak mentions are painted on d.example: what you')).toBeVisible();
});
