import { axeViolations } from '../e2e/axe.ts';
import { stored } from '../e2e/commands.ts';
import { settles } from '../e2e/every-look.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { addNote, keepProject, opg } from '../e2e/library.ts';
import { hover } from '../e2e/on-page.ts';
import { scrollingSideways } from '../e2e/reflow.ts';
import { expectMirrored, notesIn } from './copies.ts';

test('the recovery page is for everyone: in every look, at every size, and with keys alone', async ({
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup.html');
  const id = await keepProject(popup, 'OpenGradient', opg, 'watching');
  await addNote(popup, id, 'Found again');
  await expectMirrored(popup);
  const options = await openExtensionPage('options.html#data');
  const look = async (state: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await options.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settles(() => axeViolations(options, 'all'), `${state}, ${colorScheme}`);
    }
    await options.setViewportSize({ width: 320, height: 256 });
    await settles(() => scrollingSideways(options), `${state}, zoomed in`);
    await options.setViewportSize({ width: 1280, height: 800 });
  };
  await expect(options.getByText('No damage is known')).toBeVisible();
  await look('whole');

  await popup.evaluate((key) => chrome.storage.local.set({ index: 7, [key]: 'garbage' }), `project:${id}`);
  const repair = options.getByRole('button', { name: 'Repair…' });
  await expect(repair).toBeVisible();
  await look('damaged');
  await repair.focus();
  await options.keyboard.press('Enter');
  await expect(options.getByText('Underline will then hold 1 note of 1 project.')).toBeFocused();
  await look('asked');
  await options.keyboard.press('Tab');
  await options.keyboard.press('Tab');
  await options.keyboard.press('Enter');
  await expect(options.getByText('No damage is known')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Export damaged records' })).toBeVisible();
  await look('repaired');
});

test('the card says that the library is damaged, and keeps what is typed in it', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  await keepProject(popup, 'OpenGradient', opg, 'watching');
  await expectMirrored(popup);
  const page = await context.newPage();
  await page.goto(site.page({ path: '/plain', body: '<p>Something about $OPG here</p>' }));
  const card = await hover(page, '$OPG');
  const composer = card.getByRole('textbox', { name: 'New note about OpenGradient' });
  await composer.fill('Typed before the damage');
  // Saved later it would be one half of a library.
  await expect
    .poll(async () => JSON.stringify((await stored(popup)).drafts))
    .toContain('Typed before the damage');
  await popup.evaluate(() => chrome.storage.local.clear());
  await expect(card.getByRole('alert').first()).toContainText('Your library is missing');
  await expect(composer).toHaveValue('Typed before the damage');
  await composer.press('Enter');
  await expect(card.getByText('so this was not saved').first()).toBeVisible();
  await expect(composer).toHaveValue('Typed before the damage');
  const opened = context.waitForEvent('page', (other) => other.url().endsWith('/options.html#data'));
  await card.getByRole('button', { name: 'Open recovery' }).click();
  const options = await opened;
  await options.getByRole('button', { name: 'Repair…' }).click();
  await options.getByRole('button', { name: 'Repair now' }).click();
  await expect(options.getByText('No damage is known')).toBeVisible();
  expect(notesIn(await stored(popup))).toEqual([]);
});
