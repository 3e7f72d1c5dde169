import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { openProject } from './surfaces.ts';

const keptMs = 300;
const keys = 30;

test('what is typed is kept within 300 ms, also of somebody who types on and on', async ({ openPopup }) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await openProject(popup, 'Watching');
  await popup.getByRole('textbox', { name: /^New note/ }).focus();
  await popup.evaluate((projectId) => {
    const kept: { length: number; at: number }[] = [];
    const typed: number[] = [];
    Reflect.set(globalThis, 'typing', { kept, typed });
    document.addEventListener('input', () => typed.push(performance.now()));
    chrome.storage.local.onChanged.addListener(({ drafts }) => {
      const body: unknown = Reflect.get(Object(drafts?.newValue), projectId);
      if (typeof body === 'string') kept.push({ length: body.length, at: performance.now() });
    });
  }, id);
  // Quicker than the time that typing may rest unsaved.
  await popup.keyboard.type('x'.repeat(keys), { delay: 80 });
  await expect
    .poll(() => popup.evaluate(() => Reflect.get(globalThis, 'typing').kept.at(-1)?.length))
    .toBe(keys);
  const waited = await popup.evaluate(() => {
    const { kept, typed } = Reflect.get(globalThis, 'typing') as {
      kept: { length: number; at: number }[];
      typed: number[];
    };
    // Of each letter: when it was first part of what is kept.
    return typed.map((at, letter) => (kept.find(({ length }) => length > letter)?.at ?? Infinity) - at);
  });
  expect(waited).toHaveLength(keys);
  const sorted = waited.toSorted((a, b) => a - b);
  console.log(
    `typing: half kept within ${sorted[keys >> 1]?.toFixed(0)} ms, all within ${sorted.at(-1)?.toFixed(0)} ms`,
  );
  // One late frame of a busy machine is none of ours.
  expect(sorted[Math.floor(keys * 0.9)]).toBeLessThanOrEqual(keptMs);
});
