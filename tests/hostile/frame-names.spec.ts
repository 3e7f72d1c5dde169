import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';
import { leaveCard } from './visits.ts';

/** All by which a window knows of its frames. */
function knowOfFrames() {
  const hosts = [...document.documentElement.children].slice(2) as HTMLElement[];
  return {
    length,
    frames: frames.length,
    first: String(Reflect.get(window, 0)),
    names: Object.getOwnPropertyNames(window).filter((name) => !/^_/.test(name)).length,
    named: ['Underline', 'underline', 'card', 'iframe'].filter(
      (name) => Reflect.get(window, name) !== undefined,
    ),
    collections: [
      document.querySelectorAll('iframe, frame, object, embed').length,
      document.getElementsByTagName('iframe').length,
      document.embeds.length,
    ],
    opener: String(opener),
    roots: hosts
      .map(({ shadowRoot, textContent }) => `${shadowRoot} ${textContent}`)
      .filter((it) => it !== 'null '),
  };
}

test('the card is no frame of the page: not counted, not named, not reached', async ({
  context,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/frames', body: feed }));
  const before = await page.evaluate(knowOfFrames);
  for (const text of ['$VXLM', '$ZZKL']) {
    await hover(page, text);
    expect(await page.evaluate(knowOfFrames), text).toEqual(before);
    await leaveCard(page);
  }
  // A name that a frame bears would give that frame, and open no window.
  await hover(page, '$VXLM');
  const asked = page.waitForEvent('popup');
  await page.evaluate(() => void open('', 'Underline'));
  await (await asked).close();
  await leaveCard(page);
  expect(await page.evaluate(knowOfFrames)).toEqual(before);
  expect(before.length).toBe(0);

  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'card' })),
  );
  const own = await page.evaluate(knowOfFrames);
  expect({ length: own.length, named: own.named }, 'a frame of the page’s own is seen').toEqual({
    length: 1,
    named: ['card'],
  });
});
