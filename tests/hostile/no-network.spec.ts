import { once } from 'node:events';
import { get } from 'node:http';
import type { Page, Worker } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { hover } from '../e2e/on-page.ts';
import { feed, keepCanaries } from './canaries.ts';

/** Asks for an address by every way that a script has; answers which of them got through. */
const askFor = (where: Page | Worker, address: string): Promise<string[]> =>
  (where as Page).evaluate(async (url) => {
    const through: string[] = [];
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(url),
      'fetch no-cors': () => fetch(url, { mode: 'no-cors', method: 'POST', body: 'leak' }),
      websocket: () =>
        new Promise((resolve, reject) => {
          Object.assign(new WebSocket(url.replace('http', 'ws')), { onopen: resolve, onerror: reject });
        }),
    };
    if ('document' in globalThis) {
      attempts.image = () =>
        new Promise((resolve, reject) => {
          Object.assign(new Image(), { onload: resolve, onerror: reject, src: url });
        });
      attempts.xhr = () =>
        new Promise((resolve, reject) => {
          const request = Object.assign(new XMLHttpRequest(), { onload: resolve, onerror: reject });
          request.open('GET', url);
          request.send();
        });
    }
    for (const [name, attempt] of Object.entries(attempts)) {
      await (async () => attempt())().then(
        () => through.push(name),
        () => undefined,
      );
    }
    return through;
  }, address);

test('a whole visit, with notes kept and a card open, asks for nothing but the page', async ({
  context,
  openPopup,
  site,
  recorder,
}) => {
  await keepCanaries(await openPopup());
  const page = await context.newPage();
  const url = site.page({ path: '/visit', body: feed });
  await page.goto(url);
  await hover(page, '$VXLM');
  // The browser asks for the icon when it comes to it.
  await expect.poll(() => recorder.requests).toEqual([`GET ${url}`, `GET ${new URL('/favicon.ico', url)}`]);
});

test.describe('what the policy stops', () => {
  test.use({ expectedProblems: [/Content Security Policy|connect-src|img-src|WebSocket/] });
  test('the extension’s own pages and its background reach no network, by any way', async ({
    context,
    openPopup,
    worker,
    site,
    recorder,
  }) => {
    const url = site.page({ path: '/collect', body: '', headers: { 'access-control-allow-origin': '*' } });
    expect(await askFor(await openPopup(), url)).toEqual([]);
    expect(await askFor(worker, url)).toEqual([]);
    expect(recorder.requests).toEqual([]);

    // A page without a policy gets through, and is seen.
    const page = await context.newPage();
    await page.goto(site.elsewhere(site.page({ path: '/page', body: '' })));
    expect(await askFor(page, url)).toEqual(['fetch', 'fetch no-cors', 'xhr']);
    expect(recorder.requests.filter((request) => request.endsWith(url)).length).toBeGreaterThanOrEqual(3);
  });
});

test.describe('what the proxy sees', () => {
  test.use({
    // In a tuple, because Playwright would take the second of several for the options of the first.
    expectedRequests: [
      [
        /^GET http:\/\/collector\.example\/page$/,
        /^CONNECT collector\.example:443$/,
        /^GET http:\/\/collector\.example\/left$/,
        // The browser asks for its icon.
        /^GET http:\/\/collector\.example\/favicon\.ico$/,
        /^GET http:\/\/127\.0\.0\.1:\d+\/own from chrome-extension:/,
      ],
      { scope: 'test' },
    ],
    expectedProblems: [/Failed to load resource/],
  });
  test('a request of a page, of a page of ours that leaves for the web, and one in the extension’s name', async ({
    context,
    openPopup,
    site,
    recorder,
  }) => {
    const page = await context.newPage();
    await page.goto(site.page({ path: '/page', body: 'here' }));
    await page.evaluate(() => fetch('http://collector.example/page', { mode: 'no-cors' }));
    await page.evaluate(() =>
      fetch('https://collector.example/tls', { mode: 'no-cors' }).catch(() => undefined),
    );
    // No policy forbids a page to leave: the one way out that the browser leaves open, and the proxy stands there.
    const popup = await openPopup();
    await popup.goto('http://collector.example/left');

    const own = get({
      port: new URL(recorder.address).port,
      path: site.page({ path: '/own', body: '' }),
      headers: { origin: `chrome-extension://${'a'.repeat(32)}` },
    });
    await once(own, 'response');
    await expect.poll(() => recorder.requests.join()).toContain('collector.example/favicon.ico');
  });
});
