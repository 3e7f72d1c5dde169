import { expect, test } from '../e2e/fixtures.ts';
import { addNote } from '../e2e/library.ts';
import { hover, markers } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { lonePost } from './visits.ts';

/** Every element beside the body that answers somewhere on a fine grid, with all the sizes it can be asked for. */
function scan(): { hits: string[]; sizes: number[][]; page: number } {
  const hits = new Map<Element, number[]>();
  let page = 0;
  const step = 16;
  for (let y = 0; y < innerHeight; y += step)
    for (let x = 0; x < innerWidth; x += step) {
      for (const element of document.elementsFromPoint(x, y)) {
        if (document.body.contains(element)) page += 1;
        else if (element !== document.documentElement)
          hits.set(element, [...(hits.get(element) ?? []), x, y]);
      }
    }
  const sizes = [...document.documentElement.children]
    .filter((child) => child !== document.body && child !== document.head)
    .map((host) => {
      const { x, y, width, height } = host.getBoundingClientRect();
      const { offsetWidth, offsetHeight, offsetTop, offsetLeft } = host as HTMLElement;
      const { clientWidth, clientHeight, scrollWidth, scrollHeight, childElementCount } = host;
      const inner = [clientWidth, clientHeight, scrollWidth, scrollHeight, childElementCount];
      return [x, y, width, height, offsetWidth, offsetHeight, offsetTop, offsetLeft, ...inner];
    });
  return {
    hits: [...hits].map(([{ localName }, [x, y, ...rest]]) =>
      [localName, x, y, rest.length, rest.at(-2), rest.at(-1)].join(),
    ),
    sizes,
    page,
  };
}

test('a scan of points and sizes finds no marker, and the card alike for unknown, no note and many notes', async ({
  context,
  openPopup,
  site,
}) => {
  const popup = await openPopup();
  const [many = ''] = await keepCanaries(popup);
  for (let i = 0; i < 10; i += 1) await addNote(popup, many, `${canaries.note} ${i}`);
  const page = await context.newPage();
  const scans: ReturnType<typeof scan>[] = [];
  for (const text of ['$VXLM', '$BRND', '$ZZKL']) {
    await page.goto(site.page({ path: '/scan', body: lonePost(text) }));
    await hover(page, text);
    scans.push(await page.evaluate(scan));
  }
  const [known, empty, unknown] = scans;
  expect(unknown).toEqual(known);
  expect(empty).toEqual(known);
  // One element answers, the card's host; the page's own text answers too.
  expect(known?.hits).toHaveLength(1);
  expect(known?.page).toBeGreaterThan(0);

  await page.goto(site.page({ path: '/scan', body: feed }));
  await expect.poll(() => markers(page)).toHaveLength(10);
  const { hits, sizes } = await page.evaluate(scan);
  expect({ hits, hosts: sizes.length }, 'markers').toEqual({ hits: [], hosts: 1 });
});
