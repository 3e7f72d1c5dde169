import { expect, test } from '../e2e/fixtures.ts';
import { tinted } from '../e2e/on-page.ts';
import { outcomeOf } from './outcome.ts';

const room = 'style="margin: 0; border: 0; padding: 40px; width: 700px; height: 600px; background: white"';

test('a modal dialog: the card works in front, and is not painted behind it', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/modal',
      body: `<p style="margin: 650px 0 0 900px">Behind: #TAO</p>
        <dialog ${room}><p>In front: $OPG</p><dialog ${room}><p>Topmost: $AKT</p></dialog></dialog>`,
      scripts: ["document.querySelector('dialog').showModal()"],
    }),
  );
  await expect.poll(() => tinted(page)).toContain('$OPG');
  expect(await outcomeOf(page, page.mainFrame(), '$OPG'), 'in the dialog').toBe('works');
  expect(await outcomeOf(page, page.mainFrame(), '#TAO'), 'outside of it').not.toBe('dead');
  await page.evaluate(() => document.querySelectorAll('dialog')[1]?.showModal());
  await expect.poll(() => tinted(page)).toContain('$AKT');
  expect(await outcomeOf(page, page.mainFrame(), '$AKT'), 'in a dialog over the dialog').toBe('works');
  expect(
    await page.evaluate(() => document.querySelectorAll('dialog > :not(p, dialog)').length),
  ).toBeLessThanOrEqual(1);
});

test('a full-screen element: the card works inside', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/fullscreen',
      body: `<main style="background: white; padding: 40px"><p>Inside: $OPG</p><button>Full</button></main>`,
      scripts: [
        "document.querySelector('button').onclick = () => document.querySelector('main').requestFullscreen()",
      ],
    }),
  );
  await page.getByRole('button', { name: 'Full' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('main');
  expect(await outcomeOf(page, page.mainFrame(), '$OPG')).toBe('works');
});
