import { expect, test } from '../e2e/fixtures.ts';
import { hover, placeOf } from '../e2e/on-page.ts';
import { canaries, keepCanaries } from './canaries.ts';
import { leaveCard } from './visits.ts';

const names =
  'closest parentElement parentNode shadowRoot getBoundingClientRect getClientRects textContent isConnected ' +
  'firstChild nextSibling previousElementSibling localName nodeName matches contains getRootNode assignedSlot ' +
  'compareDocumentPosition append children childNodes querySelectorAll ownerDocument nodeType addEventListener ' +
  'attributes style scrollIntoView focus remove elements firstElementChild offsetWidth clientWidth';

test('a form whose fields are named like what we ask of elements neither stops nor traps the page script', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const fields = names.split(' ').map((name) => `<input name="${name}" hidden>`);
  // The form holds text of its own, a block, and an inline element.
  const form = `<form>${fields.join('')}Here is $BRND <b>@velmarin</b><p>There is $ZZKL</p></form>`;
  await page.goto(site.page({ path: '/fields', body: `${form}<p>Beside it stands $VXLM</p>` }));
  expect(await page.evaluate(() => typeof document.forms[0]?.closest), 'it is clobbered').toBe('object');

  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  await leaveCard(page);
  // Inside the form Underline may work or be silent; what counts is that it goes on after it.
  for (const inside of ['$BRND', '@velmarin', '$ZZKL']) {
    const { x, y } = await placeOf(page, inside);
    await page.mouse.move(x, y, { steps: 6 });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  }
  await page.mouse.wheel(0, 1);
  const again = await hover(page, '$VXLM');
  await expect(again.getByRole('heading', { name: canaries.name })).toBeVisible();
});
