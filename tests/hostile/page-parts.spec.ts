import { expect, test } from '../e2e/fixtures.ts';
import { hover, openCard, restOn, tinted } from '../e2e/on-page.ts';
import { contentWorld } from './content-world.ts';
import { cardAddress, seenBy, visit } from './visits.ts';

// Two parts of the page script are loaded later: page-detection.js with the first sigil, page-painting.js with the first mention.
const body = '<p style="padding: 40px">About $OPG</p>';
// Else the browser asks for one, and the page is told.
const icon = '<link rel="icon" href="data:,">';
const own = 'globalThis.imported = (globalThis.imported ?? 0) + 1;';

/** Notes every resource that the page is told of, and a full buffer of them, which one more would fill. */
function noteResources(): void {
  const seen: string[] = [];
  Reflect.set(window, 'seen', seen);
  performance.setResourceTimingBufferSize(1);
  performance.addEventListener('resourcetimingbufferfull', () => seen.push('full'));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) seen.push(name);
  }).observe({ type: 'resource', buffered: true });
  navigator.serviceWorker.addEventListener('message', ({ data }) => seen.push(data));
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => seen.push(blockedURI));
}

const worker = `
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.waitUntil(
    clients.matchAll().then((all) => all.forEach((client) => client.postMessage('worker: ' + event.request.url)))));`;

test('a page with a service worker and a full log of resources hears nothing of the load', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/worker', body: '' }));
  site.page({ path: '/serving', body: '', scripts: [worker] });
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/serving.0.js');
    await navigator.serviceWorker.ready;
  });
  const module = `${site.page({ path: '/own', body: '', scripts: [own] })}.0.js`;
  await visit(page, site, { path: '/watched', body, head: icon, early: noteResources });
  await hover(page, '$OPG');
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(await seenBy(page)).toEqual([]);
  // The page's own import is told of by all of them, and after ours.
  await page.evaluate((address) => import(address), module);
  await page.evaluate((address) => import(`${address}?again`), module);
  await expect
    .poll(() => seenBy(page).then((seen) => seen.toSorted()))
    .toEqual(['full', module, `${module}?again`, `worker: ${module}`, `worker: ${module}?again`]);
});

test('an import map that names the very file leads the page astray, not the page script', async ({
  context,
  site,
}) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/before', body }));
  await hover(page, '$OPG');
  // No page knows this address; the debugger tells it here.
  const card = await cardAddress(page);
  const files = ['page-detection.js', 'page-painting.js'].map((file) => card.replace('card.html', file));
  const module = `${site.page({ path: '/own', body: '', scripts: [own] })}.0.js`;
  const each = (what: string) => Object.fromEntries(files.map((file) => [file, what]));
  const map = JSON.stringify({ imports: each(module), integrity: each('sha384-none') });
  const head = `${icon}<script type="importmap">${map}</script>`;
  await page.goto(site.page({ path: '/mapped', body, head }));
  await hover(page, '$OPG');
  const imported = () => page.evaluate(() => Reflect.get(window, 'imported') as number | undefined);
  const resources = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  expect([await imported(), await resources()]).toEqual([undefined, 0]);
  for (const file of files) await page.evaluate((address) => import(address), file);
  expect([await imported(), await resources()]).toEqual([1, 1]);
});

/** Stops all that the page loads, again and again until it is told to let go. */
const stopLoads = `
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    window.stop();
    if (!window.lettingGo) port2.postMessage(0);
  };
  addEventListener('DOMContentLoaded', () => port2.postMessage(0));`;

test('a page that stops its loads is painted once it lets go', async ({ context, site }) => {
  const page = await context.newPage();
  await page.goto(site.page({ path: '/stopping', body, head: `<script>${stopLoads}</script>` }), {
    waitUntil: 'commit',
  });
  const world = await contentWorld(page);
  // The page script's own load began before this one.
  const load = `import(chrome.runtime.getURL('page-detection.js?probe')).then(() => 'loaded', () => 'stopped')`;
  await expect.poll(() => world.evaluate(load)).toBe('stopped');
  expect(await world.evaluate('typeof underlineParts')).toBe('undefined');
  expect(await tinted(page)).toEqual([]);
  await page.evaluate(() => Reflect.set(window, 'lettingGo', true));
  let x = 300;
  await expect
    .poll(async () => {
      // Each movement has it tried again; the last stop may come after the first.
      x += 1;
      await page.mouse.move(x, 300);
      return tinted(page);
    })
    .toEqual(['$OPG']);
  await restOn(page, '$OPG');
  await openCard(page);
  expect(await world.evaluate('typeof underlineParts.painting')).toBe('function');
});
