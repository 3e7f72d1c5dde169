import type { Frame, Page } from '@playwright/test';
import { joinRecords } from '../../lib/extension/index-parts.ts';
import { unpackAll } from '../../lib/extension/packed.ts';
import type { Answer } from '../../lib/library/answer.ts';
import type { Command } from '../../lib/library/command.ts';
import type { Result } from '../../lib/library/result.ts';

/** Sends commands from a page of the extension as its surfaces do, all at once; answers in the same order. */
export const run = (
  page: Page | Frame,
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

/** Records as they were saved, of what lies in a copy. */
export const recordsOf = (lying: Record<string, unknown>): Record<string, unknown> =>
  joinRecords(unpackAll(lying));

/** The whole store, each record as it was saved. */
export const stored = async (page: Page): Promise<Record<string, unknown>> =>
  recordsOf(await page.evaluate(() => chrome.storage.local.get(null)));
