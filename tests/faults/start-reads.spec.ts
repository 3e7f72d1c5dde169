import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { launch } from '../../scripts/launch.mjs';
import { expect, test } from '../e2e/fixtures.ts';
import { expectMirrored } from './copies.ts';
import { importInto, makeLibrary } from './made-library.ts';

/** Put before the worker's own code: keeps what it reads of the store. */
const recorder = `globalThis.asked = [];
for (const call of ['get', 'getKeys', 'getBytesInUse']) {
  const real = chrome.storage.local[call].bind(chrome.storage.local);
  chrome.storage.local[call] = (...args) => { asked.push([call, args[0] ?? null]); chrome.storage.session.set({ asked }); return real(...args); };
}
`;

test('a worker’s start reads at most 20 keys, whatever the size of the library, and counts the rest once', async ({
  browserPath,
}) => {
  // The same build, with its reads recorded from the first line on.
  const folder = await mkdtemp(join(tmpdir(), 'underline-reads-'));
  const recorded = join(folder, 'extension');
  await cp(extensionPath, recorded, { recursive: true });
  const background = join(recorded, 'background.js');
  await writeFile(background, recorder + (await readFile(background, 'utf8')));
  const context = await launch({
    browserPath,
    extensionPath: recorded,
    profile: join(folder, 'profile'),
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html`);
  await importInto(page, makeLibrary(100, 20));
  await expectMirrored(page);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');

  for (const start of ['first', 'second']) {
    await session.send('ServiceWorker.stopAllWorkers');
    const asked = await page.evaluate(async () => {
      await chrome.storage.session.remove('asked');
      while (!(await chrome.runtime.sendMessage({ type: 'askHealth' }).catch(() => null)));
      while (!(await chrome.storage.session.get('keys-counted'))['keys-counted'])
        await new Promise((resolve) => setTimeout(resolve, 20));
      return (await chrome.storage.session.get('asked')).asked as [string, unknown][];
    });
    // What comes by itself has come by then: counting in a turn of its own, and the look at the trash after 3 s.
    const later = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      return (await chrome.storage.session.get('asked')).asked as [string, unknown][];
    });
    const keys = asked.flatMap(([call, wanted]) => (call === 'get' ? [wanted].flat() : []));
    expect(keys, 'never all of it').not.toContain(null);
    expect(keys.length, `${start} start: ${keys.join(' ')}`).toBeGreaterThan(0);
    expect(keys.length, `${start} start: ${keys.join(' ')}`).toBeLessThanOrEqual(20);
    const listed = later.filter(([call]) => call === 'getKeys').length;
    expect(listed, 'all keys are listed once a browser session').toBe(start === 'first' ? 1 : 0);
    console.log(`start reads: ${keys.length} keys (${keys.join(' ')}); lists keys: ${listed}`);
  }
  await context.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
