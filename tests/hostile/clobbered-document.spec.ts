import { expect, test } from '../e2e/fixtures.ts';
import { hover, tinted } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { leaveCard } from './visits.ts';

// Without createRange, createTreeWalker and querySelectorAll, with which this test itself looks at the page.
const names =
  'documentElement title hidden body head adoptedStyleSheets activeElement createElement addEventListener ' +
  'removeEventListener elementFromPoint hasFocus designMode defaultView contains getRootNode isConnected ' +
  'visibilityState compareDocumentPosition firstChild childNodes fonts URL';

test('elements named like what we ask of the document take nothing’s place', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const named = names.split(' ').map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`);
  await page.goto(site.page({ path: '/named', body: `${named.join('')}${feed}` }));
  expect(await page.evaluate(() => String(document.title)), 'the page has lost its title').toMatch(/HTML/);
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();
  await leaveCard(page);
  expect(await tinted(page)).toHaveLength(10);
});
