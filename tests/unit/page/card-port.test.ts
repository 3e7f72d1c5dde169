import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCardPort } from '../../../lib/page/card-port.ts';

/** A frame that has loaded, and whose card claims its token so many milliseconds after it was handed over; null: never. */
function loadedFrame(tokenAfterMs: number, claimsAfterMs: number | null) {
  const said: string[] = [];
  const contentWindow = {
    postMessage(_token: string, _target: string, [port]: MessagePort[]) {
      if (claimsAfterMs !== null) setTimeout(() => port?.postMessage({ type: 'ready' }), claimsAfterMs);
    },
  };
  const frame = Object.assign(new EventTarget(), { contentWindow }) as unknown as HTMLIFrameElement;
  const gone = new AbortController();
  const requestToken = () =>
    new Promise<string>((resolve) => {
      setTimeout(() => resolve('token'), tokenAfterMs);
    });
  openCardPort(
    frame,
    requestToken,
    { onReady: () => said.push('ready'), onReply: () => {}, onSilent: () => said.push('silent') },
    gone.signal,
  );
  frame.dispatchEvent(new Event('load'));
  return { said, gone, frame };
}

/** Ports hand over in tasks of their own, which no fake clock knows. */
const handedOver = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a card is waited for while a busy machine starts the background and its process', async () => {
  const { said, gone } = loadedFrame(1_500, 1_500);
  await vi.advanceTimersByTimeAsync(3_000);
  await handedOver();
  expect(said).toEqual(['ready']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['ready']);
  gone.abort();
});

test('a card that never gets its token is given up, too', async () => {
  const { said, gone } = loadedFrame(100_000, 10);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toEqual(['silent']);
  gone.abort();
});

test('a card that already listens is not given up for a second load', async () => {
  const { said, gone, frame } = loadedFrame(1_000, 10);
  await vi.advanceTimersByTimeAsync(500);
  frame.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(700);
  await handedOver();
  await vi.advanceTimersByTimeAsync(60_000);
  await handedOver();
  expect(said).not.toContain('silent');
  gone.abort();
});

test('a card that never answers is given up, once', async () => {
  const { said, gone } = loadedFrame(10, null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['silent']);
  gone.abort();
});
