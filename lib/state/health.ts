import { create } from 'zustand';
import { askHealth, onHealth } from '../extension/health-channel.ts';
import { sendMessage } from '../extension/messages.ts';
import { sameContent } from '../library/digest.ts';
import type { Health } from '../library/health.ts';
import type { RepairRequest } from '../library/repair.ts';
import { failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';

/** How the library is; null until the background said so. */
export const useHealth = create<{ health: Health | null }>(() => ({ health: null }));

/** What is the same stays the same object. */
function show(health: Health): void {
  if (!sameContent(useHealth.getState().health, health)) useHealth.setState({ health });
}

/** How long is waited before each try, in milliseconds: a worker that is being stopped answers nobody until it is gone. */
const tries = [0, 0, 100, 400, 1_000, 3_000];

/** Asks how the library is, and shows it. Null if the background does not answer. */
export async function refreshHealth(all = false): Promise<Health | null> {
  for (const wait of tries) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const health = await askHealth(all);
    if (health) {
      show(health);
      return health;
    }
  }
  return null;
}

let checking = false;

/** Has all records checked, because something here could not be read; once at a time, however many places ask. */
export function reportDamage(): void {
  if (checking) return;
  checking = true;
  void refreshHealth(true).finally(() => {
    checking = false;
  });
}

/** Follows how the library is. Answers a function that stops it. */
export function followHealth(): () => void {
  const stop = onHealth(show);
  void refreshHealth();
  return stop;
}

/** Carries out the repair that the user agreed to. `signal`: ends it, with `cancelled`, unless it was saved by then. */
export async function repairLibrary(
  expected: RepairRequest['expected'],
  signal: AbortSignal,
): Promise<Result<Health>> {
  const op = crypto.randomUUID();
  signal.addEventListener('abort', () => void sendMessage('cancelRun', op), { once: true });
  const outcome = await sendMessage('repairLibrary', { op, expected });
  if (outcome && 'answer' in outcome) {
    if (outcome.answer.ok) show(outcome.answer.value);
    return outcome.answer;
  }
  return failed('unreachable', t('lib.answer.repair'));
}
