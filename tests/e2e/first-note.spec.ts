import { stored } from './commands.ts';
import { expect, test } from './fixtures.ts';
import { openCard, restOn } from './on-page.ts';
import { welcomed } from './surfaces.ts';

const note = 'Who pays for the proofs?';

test('from install to the first note in four actions, with nothing read but the welcome page', async ({
  context,
  openExtensionPage,
}) => {
  // Opened by the install, in front: that is no action.
  const page = await welcomed(context);
  // What a small laptop leaves of its screen.
  await page.setViewportSize({ width: 1280, height: 620 });
  await page.bringToFront();
  await expect(page.getByText('$OPG'), 'no scroll leads to it').toBeInViewport({ ratio: 1 });
  const done: string[] = [];
  const act = (action: string, doIt: () => Promise<unknown>) => {
    done.push(action);
    return test.step(`${done.length}. ${action}`, doIt);
  };

  await act('rest the pointer on the ticker', () => restOn(page, '$OPG'));
  const card = await openCard(page);
  await act('keep it, named by the card', () =>
    card.getByRole('button', { name: 'Keep as a project' }).click(),
  );
  // Where to write is where the focus is: no click leads there.
  await expect(card.getByRole('textbox', { name: 'New note about OpenGradient' })).toBeFocused();
  await act('type', () => page.keyboard.type(note));
  await act('press Enter', () => page.keyboard.press('Enter'));

  await expect(card.getByRole('status').getByText('Saved.')).toBeAttached();
  await expect(card.getByText(note)).toBeVisible();
  expect(done.length).toBeLessThanOrEqual(4);

  const records = Object.values(await stored(await openExtensionPage('options.html')));
  expect(records).toContainEqual(expect.objectContaining({ name: 'OpenGradient' }));
  expect(records).toContainEqual(
    expect.objectContaining({ body: note, kind: { type: 'note' }, trashedAt: null }),
  );
});
