import type { Page } from '@playwright/test';
import { bigLibrary, bigName, forgetLibrary, putRecords } from './big-library.ts';
import { look } from './every-look.ts';
import { expect, test } from './fixtures.ts';
import { addNote, carryOut, keepProject } from './library.ts';
import { unseenFocus } from './unseen-focus.ts';

// Each state is looked at three times and once zoomed in.
test.describe.configure({ timeout: 240_000 });

const size = { width: 320, height: 640 };
const field = (panel: Page) => panel.getByRole('textbox', { name: 'Filter by name, alias or tag' });
const rows = (panel: Page) => panel.getByRole('list', { name: 'Projects' }).getByRole('listitem');
const toLibrary = (panel: Page) => panel.getByRole('tab', { name: 'Library' }).click();
const choice = (panel: Page, name: string) =>
  panel.getByRole('group', { name: 'Show only' }).getByRole('button', { name });

/** Five projects of every kind; answers the panel on its library. */
async function openLibrary(openExtensionPage: (path: string) => Promise<Page>): Promise<Page> {
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize(size);
  const akash = await keepProject(panel, 'Akash', ['$AKT', '@akashnet_'], 'watching');
  const render = await keepProject(panel, 'Render', ['#RNDR', 'rendernetwork.com'], 'passed');
  await keepProject(panel, 'Émile', ['$EML'], 'watching');
  await keepProject(panel, 'Zed', ['Zed Labs'], null);
  const gone = await keepProject(panel, 'Gone', ['$GONE'], 'watching');
  const kind = { type: 'question', answer: 'open' } as const;
  const ask = (projectId: string, body: string) =>
    carryOut(panel, { type: 'add-note', projectId, kind, body, source: null });
  await ask(akash, 'Who pays?');
  await ask(gone, 'Why?');
  for (const body of ['One', 'Two']) await addNote(panel, render, body);
  await carryOut(panel, { type: 'trash-project', id: gone });
  await toLibrary(panel);
  await expect(rows(panel)).toHaveText([/Akash/, /Émile/, /Render/, /Zed/]);
  return panel;
}

test('the library is narrowed by status, open questions, alias and text, and every choice says how many', async ({
  openExtensionPage,
}) => {
  const panel = await openLibrary(openExtensionPage);
  const says = (text: string) => expect(panel.getByRole('status').filter({ hasText: text })).toHaveCount(1);
  await says('4 projects');
  await expect(choice(panel, 'Watching')).toHaveText(/2$/);
  await expect(choice(panel, 'Researching')).toHaveText(/0$/);
  await expect(choice(panel, 'Open questions')).toHaveText(/1$/);

  await test.step('several statuses, none among them', async () => {
    await choice(panel, 'Passed').click();
    await expect(rows(panel)).toHaveText([/Render/]);
    await choice(panel, 'No status').click();
    await expect(rows(panel)).toHaveText([/Render/, /Zed/]);
    await says('2 of 4');
    await expect(choice(panel, 'Passed')).toHaveAttribute('aria-pressed', 'true');
    await panel.getByRole('button', { name: 'Clear filters' }).click();
    await expect(field(panel)).toBeFocused();
    await expect(rows(panel)).toHaveCount(4);
  });

  await test.step('open questions, followed as they are answered and asked', async () => {
    await choice(panel, 'Open questions').click();
    await expect(rows(panel)).toHaveText([/Akash/]);
    const kind = { type: 'question', answer: 'open' } as const;
    const asked = await keepProject(panel, 'Asked', ['$ASK']);
    await carryOut(panel, { type: 'add-note', projectId: asked, kind, body: 'What?', source: null });
    await expect(rows(panel)).toHaveText([/Akash/, /Asked/]);
    await carryOut(panel, { type: 'trash-project', id: asked });
    await expect(rows(panel)).toHaveText([/Akash/]);
    await choice(panel, 'Open questions').click();
  });

  await test.step('what a project goes by', async () => {
    const form = panel.getByRole('combobox', { name: 'Goes by' });
    await expect(form.getByRole('option')).toHaveText([
      'Any alias',
      'Cashtag (2)',
      'Handle (1)',
      'Hashtag (1)',
      'Plain name (1)',
      'Domain (1)',
    ]);
    await form.selectOption({ label: 'Cashtag (2)' });
    await expect(rows(panel)).toHaveText([/Akash/, /Émile/]);
    await form.selectOption('Any alias');
  });

  await test.step('text, in names and aliases', async () => {
    await field(panel).fill('emi');
    await expect(rows(panel)).toHaveText([/Émile/]);
    await field(panel).fill('@AKASH');
    await expect(rows(panel)).toHaveText([/Akash/]);
    await field(panel).press('Escape');
    await expect(field(panel)).toHaveValue('');
  });

  await test.step('the orders', async () => {
    const order = panel.getByRole('combobox', { name: 'Sort by' });
    await order.selectOption('Most notes');
    await expect(rows(panel)).toHaveText([/Render/, /Akash/, /Émile/, /Zed/]);
    await order.selectOption('First kept');
    await expect(rows(panel)).toHaveText([/Zed/, /Émile/, /Render/, /Akash/]);
    await order.selectOption('Last changed');
    await carryOut(panel, {
      type: 'set-status',
      id: (await rows(panel).first().getByRole('button').getAttribute('data-row')) ?? '',
      status: 'convinced',
    });
    await expect(rows(panel).first().getByRole('img', { name: 'Convinced' })).toBeVisible();
  });
});

test('an empty library, an empty answer and no open questions say what to do', async ({
  openExtensionPage,
}) => {
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize(size);
  await toLibrary(panel);
  await expect(panel.getByText('Your library is empty')).toBeVisible();
  await look(panel, 'library, empty', { size });

  await keepProject(panel, 'Akash', ['$AKT'], 'watching');
  await expect(rows(panel)).toHaveCount(1);
  await choice(panel, 'Open questions').click();
  await expect(panel.getByText('No open questions', { exact: true })).toBeVisible();
  await look(panel, 'library, no open questions', { size });
  await choice(panel, 'Passed').click();
  await expect(panel.getByText('No project fits')).toBeVisible();
  await look(panel, 'library, none fits', { size });
  await panel.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(field(panel)).toBeFocused();
  await expect(rows(panel)).toHaveCount(1);
  await panel.getByRole('combobox', { name: 'Sort by' }).selectOption('Last changed');
  await look(panel, 'library', { size });
});

test('by keys alone: narrowed, sorted, opened, and back to the same row with everything as it was', async ({
  openExtensionPage,
}) => {
  const panel = await openLibrary(openExtensionPage);
  const press = async (...keys: string[]) => {
    for (const key of keys) await panel.keyboard.press(key);
  };
  const tabTo = async (name: RegExp) => {
    const focused = panel.locator(':focus');
    for (let presses = 0; presses < 20; presses += 1) {
      await press('Tab');
      expect(await unseenFocus(panel)).toBeNull();
      const called = await focused.evaluate((it) => it.ariaLabel ?? it.textContent ?? '');
      if (name.test(called)) return;
    }
    throw new Error(`Tab never reaches ${name}`);
  };
  await press('/');
  await expect(field(panel)).toBeFocused();
  await tabTo(/^Watching/);
  await press('Space');
  await expect(rows(panel)).toHaveText([/Akash/, /Émile/]);
  await tabTo(/^Sort by/);
  await press('M');
  await expect(panel.getByRole('combobox', { name: 'Sort by' })).toHaveValue('notes');
  await tabTo(/Akash/);
  await press('ArrowDown');
  const row = panel.getByRole('button', { name: /Émile/ });
  await expect(row).toBeFocused();
  await press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue('Émile');
  await press('Escape');
  await expect(row).toBeFocused();
  await expect(rows(panel)).toHaveText([/Akash/, /Émile/]);
  await expect(choice(panel, 'Watching')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel.getByRole('combobox', { name: 'Sort by' })).toHaveValue('notes');

  await test.step('and so from the trash', async () => {
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByRole('menuitem', { name: /^Trash/ }).click();
    await expect(panel.getByRole('heading', { name: 'Trash' })).toBeFocused();
    await press('Escape');
    await expect(row).toBeFocused();
  });
});

test('ten thousand projects: few rows in the page, and the way back leads to the same place', async ({
  openExtensionPage,
  worker,
}) => {
  await putRecords(worker, bigLibrary(10_000, 60));
  const panel = await openExtensionPage('sidepanel.html');
  await panel.setViewportSize(size);
  await forgetLibrary(panel);
  await toLibrary(panel);
  await expect(panel.getByRole('button', { name: bigName(0) })).toBeVisible();
  expect(await panel.locator('[data-row]').count()).toBeLessThan(100);
  await field(panel).fill('project 0');
  await expect(rows(panel).first()).toHaveAttribute('aria-setsize', '10000');

  await panel.mouse.move(160, 500);
  await panel.mouse.wheel(0, 90_000);
  const inView = () =>
    panel.evaluate(() =>
      Number(
        document
          .elementFromPoint(160, 500)
          ?.closest('[data-row]')
          ?.getAttribute('data-row')
          ?.match(/\d+$/)?.[0] ?? Number.NaN,
      ),
    );
  let before = Number.NaN;
  // At rest, too: a wheel moves the list for some frames.
  await expect
    .poll(async () => {
      const last = before;
      before = await inView();
      return before > 2_000 && before === last;
    })
    .toBe(true);
  await panel.getByRole('button', { name: bigName(before) }).click();
  await expect(panel.getByRole('textbox', { name: 'Name' })).toHaveValue(new RegExp(bigName(before)));
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect(panel.getByRole('button', { name: bigName(before) })).toBeFocused();
  await expect.poll(inView).toBe(before);
  await expect(field(panel)).toHaveValue('project 0');

  await panel.keyboard.press('End');
  await expect(panel.getByRole('button', { name: bigName(9_999) })).toBeFocused();
  await field(panel).fill(bigName(4_321));
  await expect(rows(panel)).toHaveText([new RegExp(bigName(4_321))]);
});

test('projects that are damaged are told, not passed over', async ({ openExtensionPage, worker }) => {
  const panel = await openLibrary(openExtensionPage);
  await expect(panel.getByRole('alert')).toHaveCount(0);
  const id = await rows(panel)
    .filter({ hasText: 'Akash' })
    .getByRole('button')
    .first()
    .getAttribute('data-row');
  await worker.evaluate((key) => chrome.storage.local.set({ [key]: 'damaged' }), `project:${id}`);
  const alert = panel.getByRole('alert').filter({ hasText: 'One project is damaged' });
  await expect(alert, 'as it happens').toBeVisible();
  await panel.reload();
  await toLibrary(panel);
  await choice(panel, 'Open questions').click();
  await expect(alert, 'and when the library is read').toBeVisible();
});
