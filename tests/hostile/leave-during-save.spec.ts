import type { Frame, Page } from '@playwright/test';
import { stored } from '../e2e/commands.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject, opg } from '../e2e/library.ts';
import { hover, isCardOpen } from '../e2e/on-page.ts';

const body = '<p style="padding: 40px">About $OPG</p>';
const slowly = { timeout: 30_000 };
const composerOf = (card: Frame) => card.getByRole('textbox', { name: /^New note/ });
/** At one moment: what is saved is a note and no draft any more. */
const keptIn = async (store: Page) => {
  const records = await stored(store);
  const notes = Object.entries(records)
    .filter(([key]) => key.startsWith('note:'))
    .map(([, note]) => (note as { body: string }).body);
  return { notes, drafts: JSON.stringify(records.drafts ?? {}) };
};
const draftsOf = async (store: Page) => (await keptIn(store)).drafts;

/**
 * Types it in the card. A frame that is taken away has half a second, by the browser's clock, for its last words, and gets none of
 * it on a busy machine: `isTaken` waits for the time within which typing is kept anyway.
 */
async function type(card: Frame, store: Page, text: string, isTaken: boolean): Promise<void> {
  await composerOf(card).fill(text);
  if (isTaken) await expect.poll(() => draftsOf(store)).toContain(text);
}

/** What a page may do at the very moment at which the user presses Enter in the card. */
const ways: { how: string; leave: (next: string) => void }[] = [
  {
    how: 'hangs for two seconds',
    leave: () => {
      const until = performance.now() + 2_000;
      while (performance.now() < until);
    },
  },
  { how: 'goes elsewhere', leave: (next) => location.assign(next) },
  {
    how: 'goes elsewhere and hangs',
    leave: (next) => {
      location.assign(next);
      const until = performance.now() + 1_000;
      while (performance.now() < until);
    },
  },
  { how: 'reloads', leave: () => location.reload() },
  {
    how: 'opens its document anew',
    leave: () => {
      document.open();
      document.write('<body><p>Anew: $OPG</p>');
      document.close();
    },
  },
  {
    how: 'removes everything, the card’s host too',
    leave: () => document.documentElement.replaceChildren(document.createElement('body')),
  },
];

for (const { how, leave } of ways) {
  test(`a page that ${how} during a save: the note is in the store once, or its text is a draft`, async ({
    context,
    site,
    openPopup,
  }) => {
    const store = await openPopup();
    await keepProject(store, 'OpenGradient', opg, 'watching');
    const next = site.page({ path: '/next', body: '<p>Next: $OPG</p>' });
    const page = await context.newPage();
    await page.goto(site.page({ path: '/leaves', body }));
    const isTaken = how.startsWith('removes');

    await test.step('typed, not saved', async () => {
      const card = await hover(page, '$OPG');
      await type(card, store, 'Half a thought', isTaken);
      await page.evaluate(() => Reflect.set(window, 'isLeft', true));
      await page.evaluate(leave, next).catch(() => undefined);
      await expect.poll(() => draftsOf(store)).toContain('Half a thought');
      expect((await keptIn(store)).notes).toEqual([]);
    });

    await test.step('saved at that moment', async () => {
      // The page may still be on its way, and would go on after this.
      if (how.startsWith('goes elsewhere')) await page.waitForURL(next);
      const isLeft = () => page.evaluate(() => 'isLeft' in window).catch(() => true);
      if (how === 'reloads') await expect.poll(isLeft).toBe(false);
      await page.goto(site.page({ path: '/leaves', body }));
      const card = await hover(page, '$OPG');
      await expect(composerOf(card)).toHaveValue('Half a thought');
      await type(card, store, 'Saved in passing', isTaken);
      // The card notes what it was told was saved; it is gone with the page in most of these ways.
      const gone = Promise.all([
        page.keyboard.press('Enter').catch(() => undefined),
        page.evaluate(leave, next).catch(() => undefined),
      ]);
      await gone;
      const kept = async () => {
        const { notes, drafts } = await keptIn(store);
        return {
          notes: notes.filter((note) => note === 'Saved in passing').length,
          other: notes.length,
          draft: drafts.includes('Saved in passing'),
        };
      };
      await expect
        .poll(async () => {
          const { notes, draft } = await kept();
          return notes + Number(draft) > 0;
        })
        .toBe(true);
      // Another command after it: what was under way has been carried out by then.
      await keepProject(store, 'Later', ['$LATER']);
      const { notes, other, draft } = await kept();
      expect(notes + Number(draft), 'not lost').toBeGreaterThan(0);
      expect(notes, 'at most once').toBeLessThanOrEqual(1);
      expect(other).toBe(notes);
      console.log(`${how}: ${JSON.stringify(await kept())}`);
    });
  });
}

test('a frame that is removed during a save from its card: the note is in the store once, or a draft', async ({
  context,
  site,
  openPopup,
}) => {
  const store = await openPopup();
  await keepProject(store, 'OpenGradient', opg, 'watching');
  const inner = site.page({ path: '/inner', body });
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/outer',
      body: `<iframe src="${inner}" style="border: 0; width: 700px; height: 600px"></iframe>`,
    }),
  );
  const frame = page.frames().find((each) => each.url() === inner);
  if (!frame) throw new Error('The page has no such frame');
  const box = await page.locator('iframe').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
  const mention = await frame.getByText('About').boundingBox();
  await expect
    .poll(async () => {
      await page.mouse.move((mention?.x ?? 0) + 300, (mention?.y ?? 0) + 60);
      await page.mouse.move((mention?.x ?? 0) + 105, (mention?.y ?? 0) + 50, { steps: 6 });
      await page.waitForTimeout(900);
      return isCardOpen(frame);
    }, slowly)
    .toBe(true);
  const card = frame.childFrames()[0] as Frame;
  // The browser tells the card within some 100 ms that it can be seen.
  await expect(card.locator('main')).toHaveJSProperty('inert', false);
  await type(card, store, 'Saved in passing', true);
  await Promise.all([
    page.keyboard.press('Enter'),
    page.evaluate(() => document.querySelector('iframe')?.remove()),
  ]);
  await expect.poll(async () => JSON.stringify(await keptIn(store))).toContain('Saved in passing');
  await keepProject(store, 'Later', ['$LATER']);
  const { notes, drafts } = await keptIn(store);
  expect([...notes, drafts].join(), 'not lost').toContain('Saved in passing');
  expect(notes.length).toBeLessThanOrEqual(1);
});
