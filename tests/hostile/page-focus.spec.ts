import { expect, test } from '../e2e/fixtures.ts';
import { hover, isCardOpen, markers, placeOf } from '../e2e/on-page.ts';
import { pastDwell } from './past-dwell.ts';

test('focus that a page or the user’s Tab gives a mention opens nothing', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(
    site.page({
      path: '/focus',
      head: '<style>a:focus { outline: 3px solid red; transform: scale(1.2); } p { margin: 40px; }</style>',
      body: `<form autocomplete="on"><input id="name" name="email" autocomplete="email" autofocus></form>
        <p><a id="link" href="#here" accesskey="o">$OPG</a></p>
        <p><span id="span" tabindex="0">#TAO</span></p>
        <p><label for="name">@OpenGradient</label></p>
        <details><summary>$AKT</summary><p id="here" tabindex="-1">Inside: $RNDR</p></details>
        <p style="margin-top: 300px">Rest here: #LAST</p>`,
    }),
  );
  await expect.poll(async () => (await markers(page)).length).toBeGreaterThanOrEqual(5);

  const focused = await page.evaluate(async () => {
    const passed: string[] = [];
    document.addEventListener('focusin', ({ target }) => passed.push((target as Element).localName));
    for (let turn = 0; turn < 3; turn++) {
      for (const element of document.querySelectorAll<HTMLElement>(
        '#link, #span, label, summary, #here, input',
      )) {
        element.focus({ preventScroll: turn === 1 });
        element.dispatchEvent(new FocusEvent('focus'));
        element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      document.querySelector('details')?.toggleAttribute('open');
      document.querySelector<HTMLElement>('#link')?.click();
      getSelection()?.selectAllChildren(document.querySelector('#span') as Node);
    }
    // Longest where a mention has it.
    document.querySelector<HTMLElement>('#link')?.focus();
    return passed;
  });
  // The probe works: the mentions really had the focus.
  expect(focused).toEqual(expect.arrayContaining(['a', 'span', 'summary', 'input']));
  await pastDwell(page);
  expect({
    open: await isCardOpen(page),
    active: await page.evaluate(() => document.activeElement?.id),
  }).toEqual({
    open: false,
    active: 'link',
  });

  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Alt+o');
  await page.getByText('#TAO').click();
  // A press on a mention is a press, not a rest: the pointer goes on at once.
  const { x, y } = await placeOf(page, '#LAST');
  await page.mouse.move(x + 180, y + 100);
  await pastDwell(page);
  expect(await isCardOpen(page)).toBe(false);

  await hover(page, '#LAST');
});
