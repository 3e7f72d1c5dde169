import { pastDwell } from '../hostile/past-dwell.ts';
import { axeViolations } from './axe.ts';
import { stored } from './commands.ts';
import { settles } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { keepProject, opg } from './library.ts';

test('the command palette of the panel finds projects and does what its commands say, by keys alone', async ({
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  await keepProject(panel, 'OpenGradient', opg, 'watching');
  await keepProject(panel, 'Akash', ['$AKT']);
  const palette = panel.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('combobox');
  const { keyboard } = panel;
  const search = panel.getByRole('combobox', { name: 'Search projects and notes' });
  await expect(search).toBeFocused();

  await test.step('Esc and the same key close it, and the focus is where it was', async () => {
    // The palette is loaded after the rest, and hears the key a moment after it stands there.
    await expect(panel.locator('dialog')).toBeAttached();
    await expect(async () => {
      await keyboard.press('Control+k');
      await expect(palette).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(field).toBeFocused();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(search).toBeFocused();
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.press('Control+k');
    await expect(palette).toBeHidden();
    await expect(search).toBeFocused();
  });

  await test.step('it has no accessibility violations', async () => {
    await keyboard.press('Control+k');
    await expect(palette.getByRole('option')).not.toHaveCount(0);
    await settles(() => axeViolations(panel, 'all'), 'light');
    await panel.emulateMedia({ colorScheme: 'dark' });
    await settles(() => axeViolations(panel, 'contrast'), 'dark');
  });

  await test.step('a project, by its alias', async () => {
    await keyboard.type('$op');
    await expect(palette.getByRole('option', { selected: true })).toContainText('OpenGradient');
    await keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  });

  await test.step('Esc closes it alone: the project under it stays', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('OpenGradient');
  });

  await test.step('a command, by its words', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.type('pau');
    await expect(palette.getByRole('option', { selected: true })).toHaveText('Pause on all sites');
    await keyboard.press('Enter');
    await expect.poll(async () => (await stored(panel)).settings).toMatchObject({ paused: true });
    await expect(panel.getByText('Paused on all sites.')).toBeVisible();
  });

  await test.step('the arrows go round', async () => {
    await keyboard.press('Control+k');
    await expect(palette.getByRole('option', { selected: true })).toContainText('Akash');
    await keyboard.press('ArrowUp');
    await expect(palette.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ArrowDown');
    await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('what is not there is said, and Enter does nothing', async () => {
    await keyboard.type('nothing of the kind');
    await expect(palette.getByRole('status')).toContainText('Nothing has this name');
    await keyboard.press('Enter');
    await expect(palette).toBeVisible();
  });
});

test('the popup has no palette: the key is the browser’s', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup.getByRole('combobox', { name: 'Search projects and notes' })).toBeVisible();
  // Where there is one, it is loaded a moment later.
  await popup.waitForLoadState('networkidle');
  await popup.keyboard.press('Control+k');
  await pastDwell(popup);
  await expect(popup.locator('dialog')).toHaveCount(0);
});
