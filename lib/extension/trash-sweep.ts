import { browser } from 'wxt/browser';
import { trashSweep } from '../library/trash.ts';
import { readOnce } from './storage.ts';
import type { Writer } from './writer.ts';

/** Since when something in the trash has been due, by the clock of then. Losing it only lets the trash wait. */
const dueSinceKey = 'trash-due-since';

/** After whatever woke the background, in milliseconds: nobody waits for this. */
const afterMs = 3_000;

const never = '1970-01-01T00:00:00.000Z';

/** Removes what has been in the trash for 30 days, a while after each start of the background. */
export function sweepTrashLater(writer: Writer): void {
  setTimeout(() => void sweepTrash(writer, new Date().toISOString()), afterMs);
}

/** As far as that is due, and only from a library that is whole and has its second copy. */
async function sweepTrash(writer: Writer, now: string): Promise<void> {
  const base = await writer.base();
  const stored = await readOnce([dueSinceKey]);
  if (!base.ok || !stored) return;
  const { index } = base.value;
  const known = stored[dueSinceKey];
  const { until, since } = trashSweep(index, typeof known === 'string' ? known : null, now);
  // What is to be removed is forgotten only once it is gone.
  if (until === null && since !== (known ?? null)) await setDueSince(since);
  if (until === null && index.trash) return;
  const { problem, mirror } = await writer.health();
  if (problem !== null || mirror !== 'whole') return;

  // A library from before learns here what its trash holds.
  const command = { type: 'empty-trash', until: until ?? never };
  const emptied = await writer.run({ op: crypto.randomUUID(), command });
  if (emptied.ok && until !== null) await setDueSince(null);
}

async function setDueSince(since: string | null): Promise<void> {
  const { local } = browser.storage;
  const written = since === null ? local.remove(dueSinceKey) : local.set({ [dueSinceKey]: since });
  await written.catch(() => undefined);
}
