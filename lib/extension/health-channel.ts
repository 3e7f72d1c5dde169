import { browser } from 'wxt/browser';
import { Health } from '../library/health.ts';
import { healthKey } from '../library/keys.ts';
import { sendMessage } from './messages.ts';

/** Asks the background how the library is; null when nobody answers. `all`: after comparing all records. */
export async function askHealth(all = false): Promise<Health | null> {
  const outcome = await sendMessage(all ? 'checkLibrary' : 'askHealth');
  return outcome && 'answer' in outcome ? (Health.safeParse(outcome.answer).data ?? null) : null;
}

/** Calls with how the library is whenever that changes. Answers a function that stops it. */
export function onHealth(listener: (health: Health) => void): () => void {
  const { session } = browser.storage;
  const follow = (changes: Record<string, { newValue?: unknown }>) => {
    const health = Health.safeParse(changes[healthKey]?.newValue);
    if (health.success) listener(health.data);
  };
  session.onChanged.addListener(follow);
  return () => session.onChanged.removeListener(follow);
}
