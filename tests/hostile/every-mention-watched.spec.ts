import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { keepProject } from '../e2e/library.ts';
import { markers, openCard, restOn } from '../e2e/on-page.ts';

const texts = {
  known: ['$VXLM', '@velmarin', '#velmar', '$BRND', '@brandori'],
  unknown: ['$ZZKL', '@zzklabsx', '#zzklmn', '$PLMB', '@plumbobs'],
};

/** Post after post of one height: each mention, and under it something that lies free. */
const body = texts.known
  .flatMap((known, i) => [known, texts.unknown[i] ?? ''])
  .map((text) => `<p>On <span class="watched">${text}</span></p><div class="watched"></div>`)
  .join('');
const head =
  '<style>body { font: 16px/20px monospace } p { margin: 0; height: 30px } div { height: 12px; width: 200px; margin: 4px 0 }</style>';

/** One entry a watched element, in their order: mention, what lies under it, the next mention … */
const look = (page: Page): Promise<{ visible: boolean; rest: string; top: number }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new IntersectionObserver(
          (entries) => {
            observer.disconnect();
            resolve(
              entries.map((entry) => {
                const { left, top, width, height } = entry.boundingClientRect;
                const { intersectionRatio, isIntersecting, intersectionRect } = entry;
                const rest = [
                  left,
                  width,
                  height,
                  intersectionRatio,
                  isIntersecting,
                  intersectionRect.height,
                ];
                return { visible: Reflect.get(entry, 'isVisible') === true, rest: rest.join(' '), top };
              }),
            );
          },
          { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
        );
        for (const element of document.querySelectorAll('.watched')) observer.observe(element);
      }),
  );

/** The reports on the elements around the nth mention, told from where that stands. */
function around(reports: Awaited<ReturnType<typeof look>>, nth: number, reach: number): string[] {
  const middle = nth * 2;
  return reports
    .slice(middle - reach, middle + reach + 2)
    .map(
      ({ visible, rest, top }) =>
        `${top - (reports[middle]?.top ?? 0)} ${visible} ${rest.replace(/^\S+ \S+/, '')}`,
    );
}

test('an intersection observer with visibility over every mention and its neighbours reports the same of known and unknown', async ({
  context,
  openPopup,
  site,
}) => {
  await keepProject(await openPopup(), 'Vexlumzan', texts.known, 'convinced');
  const page = await context.newPage();
  await page.goto(site.page({ path: '/watched', head, body }));
  await expect
    .poll(async () => (await markers(page)).filter((status) => status === 'convinced'))
    .toHaveLength(5);

  const atRest = await look(page);
  expect(atRest).toHaveLength(20);
  const told = (start: number) =>
    atRest.filter((_, i) => i % 4 === start).map(({ visible, rest }) => [visible, rest]);
  // Known mentions are the first, third, … and so is what lies under each.
  expect(told(0), 'mentions').toEqual(told(2));
  expect(told(1), 'what lies under them').toEqual(told(3));
  // The observer sees what is drawn over the page: markers touch the mentions, and leave free what lies under them.
  expect(told(1).every(([visible]) => visible)).toBe(true);

  // The fifth is known, the sixth unknown; around each lie four posts.
  const opened: string[][] = [];
  for (const [nth, text] of [
    [4, texts.known[2]],
    [5, texts.unknown[2]],
  ] as const) {
    await restOn(page, text ?? '');
    await openCard(page);
    opened.push(around(await look(page), nth, 8));
    await page.mouse.move(1_000, 700);
    await expect.poll(() => page.evaluate(() => document.querySelector(':popover-open'))).toBe(null);
  }
  const [known = [], unknown = []] = opened;
  expect(known.filter((report) => report.includes(' false ')).length, 'the card covers').toBeGreaterThan(4);
  expect(known).toEqual(unknown);
});
