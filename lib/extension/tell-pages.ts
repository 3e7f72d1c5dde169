import { browser } from 'wxt/browser';
import { atMostEvery } from './at-most-every.ts';
import { send } from './page-messages.ts';

/** Saves that come so soon after one another, in milliseconds, are told together: it is said to every tab. */
const tellEveryMs = 200;

/** Tells every page that what it was told may be old. Says nothing of the library itself. */
export const tellPages = atMostEvery(tellEveryMs, () => void tellNow()).ask;

async function tellNow(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) send(id, 'ask-again');
}
