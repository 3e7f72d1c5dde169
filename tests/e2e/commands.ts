import type { Page } from '@playwright/test';
import type { Answer, Command } from '../../lib/library/command.ts';
import type { Result } from '../../lib/library/result.ts';

/** Sends commands from a page of the extension as its surfaces do, all at once; answers in the same order. */
export const run = (
  page: Page,
  commands: { op: string; command: Command }[],
): Promise<(Result<Answer> | undefined)[]> =>
  page.evaluate(
    (envelopes) =>
      Promise.all(
        envelopes.map(async (data) => {
          const message = { type: 'run', data };
          const outcome = await chrome.runtime.sendMessage(message).catch(() => undefined);
          return outcome?.answer;
        }),
      ),
    commands,
  );

/** The whole store, as it is. */
export const stored = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => chrome.storage.local.get(null));
