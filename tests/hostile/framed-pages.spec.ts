import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { canaries, feed, keepCanaries } from './canaries.ts';
import { contentWorld } from './content-world.ts';
import { cardAddress, leaveCard } from './visits.ts';

test.use({ expectedProblems: [/console: .*chrome-extension:\/\//] });

test('our pages show nothing in a frame of the page, not even the card at its secret address', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/framing', body: feed }));
  const genuine = await hover(page, '$VXLM');
  await expect(genuine.getByText(canaries.note)).toBeVisible();
  const secret = await cardAddress(page);
  await leaveCard(page);
  expect(secret, 'the address is not made of the id').not.toContain(extensionId);

  const frame = async (url: string) => {
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const element = document.createElement('iframe');
          Object.assign(element, { src, name: 'framed', onload: resolve });
          document.querySelector('[name=framed]')?.remove();
          document.body.prepend(element);
        }),
      url,
    );
    const framed = page.frame('framed');
    if (!framed) throw new Error('The page’s frame is gone');
    return framed;
  };
  for (const file of ['popup', 'sidepanel', 'welcome', 'card']) {
    const framed = await frame(`chrome-extension://${extensionId}/${file}.html`);
    expect(framed.url(), file).toMatch(/^chrome-error:/);
  }

  const framed = await frame(secret);
  await expect.poll(() => framed.evaluate(() => document.readyState)).toBe('complete');
  await page.evaluate(() => {
    const target = document.querySelector<HTMLIFrameElement>('[name=framed]')?.contentWindow;
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    addEventListener('message', ({ data, source }) => {
      if (source === target) heard.push(JSON.stringify(data));
    });
    const mention = { key: '$vxlm', text: '$VXLM', kind: 'cashtag', strength: 'strong' };
    const source = { url: location.href, title: '', quote: '' };
    const show = {
      type: 'show',
      mention,
      beside: [],
      onPage: [],
      site: location.host,
      source,
      theme: 'light',
    };
    for (const message of [crypto.randomUUID(), '', show, { type: 'ready' }, JSON.stringify(show)]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(JSON.stringify(data));
      target?.postMessage(message, '*', [port2]);
      port1.postMessage(show);
    }
  });
  const again = await hover(page, '$ZZKL');
  await expect(again.getByRole('heading', { name: '$ZZKL' })).toBeVisible();
  // The background answers in order, so by now it has refused the framed card.
  await (await contentWorld(page)).send('askStatuses', { site: '', aliases: [] });
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  expect(await framed.evaluate(() => document.body.innerText)).toBe('');
});
