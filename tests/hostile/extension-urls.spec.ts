import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

// The browser says of each try that it was refused.
test.use({ expectedProblems: [/console: .*(chrome-extension:|ERR_FAILED|ERR_BLOCKED_BY_CLIENT|MIME type)/] });

const files = [
  'card.html',
  'popup.html',
  'options.html',
  'page.js',
  'page-detection.js',
  'page-painting.js',
  'background.js',
  'manifest.json',
  'icons/16.png',
  'no-such-file',
];

/** Tries an address in every way a page can load one; answers how each went. */
async function probe(url: string): Promise<Record<string, string>> {
  const outcome = (element: HTMLElement) =>
    new Promise<string>((resolve) => {
      element.onload = () => resolve('load');
      element.onerror = () => resolve('error');
      document.body.append(element);
    });
  const make = <K extends keyof HTMLElementTagNameMap>(name: K, wanted: object) =>
    outcome(Object.assign(document.createElement(name), wanted));
  const settled = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error: Error) => error.message.replace(url, 'it'),
    );
  return {
    fetch: await settled(fetch(url)),
    opaque: await settled(fetch(url, { mode: 'no-cors' })),
    import: await settled(import(url)),
    image: await make('img', { src: url }),
    script: await make('script', { src: url }),
    style: await make('link', { rel: 'stylesheet', href: url }),
    frame: await make('iframe', { src: url }),
    object: await make('object', { data: url }),
    video: await make('video', { src: url }),
    worker: await new Promise<string>((resolve) => {
      try {
        const worker = new Worker(url);
        worker.onerror = () => resolve('error');
        worker.onmessage = () => resolve('done');
      } catch (error) {
        resolve((error as Error).name);
      }
    }),
  };
}

test('a page that knows the extension’s id can load none of its files, nor tell them from files that are not', async ({
  context,
  extensionId,
  openPopup,
  site,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  await page.goto(site.page({ path: '/probe', body: feed }));
  // With the card open, its own files are in use.
  await hover(page, '$VXLM');
  const nobody = await page.evaluate(probe, `chrome-extension://${'a'.repeat(32)}/card.html`);
  for (const file of files) {
    const outcomes = await page.evaluate(probe, `chrome-extension://${extensionId}/${file}`);
    expect(outcomes, file).toEqual(nobody);
  }
  expect(nobody).toMatchObject({ fetch: 'Failed to fetch', image: 'error', script: 'error', style: 'error' });
  const own = site.page({ path: '/own', body: '', scripts: ['postMessage(1)'] });
  const controls = await page.evaluate(probe, `${own}.0.js`);
  expect(controls).toMatchObject({ fetch: 'done', import: 'done', script: 'load', worker: 'done' });
});
