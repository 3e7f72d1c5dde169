import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { cardAddress } from './visits.ts';

test('selecting and copying all, and every way to write the page out, gives nothing of the card', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/copy', body: `<textarea></textarea>${feed}` }));
  const card = await hover(page, '$VXLM');
  await expect(card.getByText(canaries.note)).toBeVisible();

  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const read = await page.evaluate(() => {
    const root = document.documentElement;
    const range = document.createRange();
    range.selectNode(root);
    const selection = getSelection();
    const contents = document.createElement('div');
    const serialize = (node: Node) => new XMLSerializer().serializeToString(node);
    contents.append(range.cloneContents());
    const hosts = [...root.children].filter((child) => child !== document.body && child !== document.head);
    const texts: Record<string, string> = {
      selected: selection?.toString() ?? '',
      ranges: String(selection?.getRangeAt(0)),
      composed: JSON.stringify(selection?.getComposedRanges({ shadowRoots: [] })),
      range: range.toString(),
      cloned: contents.innerHTML,
      innerText: root.innerText,
      textContent: root.textContent ?? '',
      outerHTML: root.outerHTML,
      withRoots: root.getHTML({ serializableShadowRoots: true }),
      xml: serialize(document),
    };
    for (const [i, host] of hosts.entries()) {
      selection?.selectAllChildren(host);
      texts[`selected in host ${i}`] = selection?.toString() ?? '';
      texts[`html of host ${i}`] = host.getHTML({ serializableShadowRoots: true });
      texts[`a copy of host ${i}`] = serialize(host.cloneNode(true));
    }
    return texts;
  });
  await page.getByRole('textbox').press('Control+V');
  read.copied = await page.getByRole('textbox').inputValue();

  const words = [
    ...Object.values(canaries),
    extensionId,
    new URL(await cardAddress(page)).host,
    '<iframe',
    'card.html',
  ];
  const leaks = Object.entries(read).filter(([, text]) => words.some((word) => text.includes(word)));
  expect(leaks).toEqual([]);
  // The page itself is written out by each of them; two hosts stand beside it, and are empty.
  for (const [reader, text] of Object.entries(read)) {
    if (reader.includes('host')) expect(text.replaceAll(/<[^>]*>/g, '').trim(), reader).toBe('');
    else if (reader !== 'composed') expect(text, reader).toContain('Post 3 speaks');
  }
  expect(Object.keys(read).filter((reader) => reader.startsWith('html of host'))).toHaveLength(2);
});
