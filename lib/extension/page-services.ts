import { browser } from 'wxt/browser';
import type { PageAnswer } from '../library/alias-status.ts';
import { isAlive } from './lifetime.ts';
import { sendMessage } from './protocol.ts';

/** The ways in which a page script reaches the background; each answers null when nobody is there (any more). */
export const pageServices = {
  ask: (site: string, aliases: string[]): Promise<PageAnswer | null> =>
    orNull(() => sendMessage('askStatuses', { site, aliases })),
  requestToken: (): Promise<string | null> => orNull(() => sendMessage('requestCard')),
  cardUrl: () => browser.runtime.getURL('/card.html'),
};

async function orNull<T>(message: () => Promise<T>): Promise<T | null> {
  if (!isAlive()) return null;
  try {
    return (await message()) ?? null;
  } catch {
    return null;
  }
}
