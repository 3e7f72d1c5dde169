import './browser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { done, failed, type Result } from '../../../lib/library/result.ts';
import { defaultSettings, type Settings } from '../../../lib/library/schema.ts';
import { useLibrary } from '../../../lib/state/library.ts';
import { askForSetting, settingsOnceSaved, useAsked } from '../../../lib/state/settings.ts';

const answer = done({ id: null, skipped: 0 });
const strong = { type: 'set-settings', tint: 'strong' } as const;
const plain = { type: 'set-settings', markers: false } as const;

const shown = (): Settings => settingsOnceSaved(useLibrary.getState().settings, useAsked.getState().asked);
const store = (settings: Partial<Settings>) =>
  useLibrary.setState((now) => ({ settings: { ...now.settings, ...settings } }));

beforeEach(() => {
  useLibrary.setState({ settings: defaultSettings });
  useAsked.setState({ asked: [] });
});

test('what is asked for is shown at once, and stays shown until the mirror has it', async () => {
  const saved = Promise.withResolvers<Result<(typeof answer)['value']>>();
  const asking = askForSetting(strong, () => saved.promise);
  expect(shown().tint).toBe('strong');
  saved.resolve(answer);
  await saved.promise;
  expect(shown().tint, 'saved, and not mirrored yet').toBe('strong');
  store({ tint: 'strong' });
  expect(await asking).toEqual(answer);
  expect(useAsked.getState().asked).toEqual([]);
  expect(shown().tint).toBe('strong');
});

test('what is refused is shown no more, and what was asked for beside it stays', async () => {
  const saved = Promise.withResolvers<Result<(typeof answer)['value']>>();
  const second = askForSetting(plain, () => saved.promise);
  const refused = failed('storage-failed', 'The disk is full');
  expect(await askForSetting(strong, async () => refused)).toEqual(refused);
  expect(shown()).toMatchObject({ tint: 'soft', markers: false });
  saved.resolve(answer);
  store({ markers: false });
  await second;
  expect(shown().markers).toBe(false);
});

test('of two quick changes the second stays shown, though the mirror never had the first', async () => {
  vi.useFakeTimers();
  const none = { type: 'set-settings', tint: 'none' } as const;
  const first = askForSetting(strong, async () => answer);
  const second = askForSetting(none, async () => answer);
  expect(shown().tint).toBe('none');
  store({ tint: 'none' });
  await second;
  expect(shown().tint).toBe('none');
  await vi.advanceTimersByTimeAsync(1_000);
  await first;
  expect(shown().tint).toBe('none');
  vi.useRealTimers();
});

test('what is stored wins within a second, also where another page changed it again', async () => {
  vi.useFakeTimers();
  const asking = askForSetting(strong, async () => answer);
  await vi.advanceTimersByTimeAsync(999);
  expect(shown().tint).toBe('strong');
  await vi.advanceTimersByTimeAsync(1);
  await asking;
  expect(shown().tint).toBe('soft');
  vi.useRealTimers();
});
