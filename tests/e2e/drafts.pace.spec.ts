import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepProject } from './library.ts';
import { openProject } from './surfaces.ts';

const keptMs = 300;
const keys = 30;
/** A machine that does something else makes a round slower and never quicker: the quickest is the truest. */
const mostRounds = 6;

/** Types on and on in a new note of the project; answers of each letter after how many milliseconds it was kept. */
async function type(popup: Page, projectId: string): Promise<number[]> {
  await popup.getByRole('textbox', { name: /^New note/ }).fill('');
  const keptLength = () =>
    popup.evaluate(async (id) => {
      const { drafts } = await chrome.storage.local.get('drafts');
      return String(Reflect.get(Object(drafts), id) ?? '').length;
    }, projectId);
  await expect.poll(keptLength).toBe(0);
  const typing = await popup.evaluateHandle((id) => {
    const kept: { length: number; at: number }[] = [];
    const typed: number[] = [];
    const gone = new AbortController();
    document.addEventListener('input', () => typed.push(performance.now()), { signal: gone.signal });
    const follow = ({ drafts }: Record<string, { newValue?: unknown }>) => {
      const body: unknown = Reflect.get(Object(drafts?.newValue), id);
      if (typeof body === 'string') kept.push({ length: body.length, at: performance.now() });
    };
    chrome.storage.local.onChanged.addListener(follow);
    gone.signal.addEventListener('abort', () => chrome.storage.local.onChanged.removeListener(follow));
    return { kept, typed, gone };
  }, projectId);
  // Quicker than the time that typing may rest unsaved.
  await popup.keyboard.type('x'.repeat(keys), { delay: 80 });
  await expect.poll(() => typing.evaluate(({ kept }) => kept.at(-1)?.length)).toBe(keys);
  return typing.evaluate(({ kept, typed, gone }) => {
    gone.abort();
    // Of each letter: when it was first part of what is kept.
    return typed.map((at, letter) => (kept.find(({ length }) => length > letter)?.at ?? Infinity) - at);
  });
}

test('what is typed is kept within 300 ms, also of somebody who types on and on', async ({ openPopup }) => {
  const popup = await openPopup();
  const id = await keepProject(popup, 'OpenGradient', ['$OPG'], 'watching');
  await openProject(popup, 'Watching');
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds && best > keptMs; round += 1) {
    const waited = await type(popup, id);
    expect(waited).toHaveLength(keys);
    const sorted = waited.toSorted((a, b) => a - b);
    console.log(
      `typing: half kept within ${sorted[keys >> 1]?.toFixed(0)} ms, all within ${sorted.at(-1)?.toFixed(0)} ms`,
    );
    // One late frame of a busy machine is none of ours.
    best = Math.min(best, sorted[Math.floor(keys * 0.9)] ?? Number.POSITIVE_INFINITY);
  }
  expect(best).toBeLessThanOrEqual(keptMs);
});
