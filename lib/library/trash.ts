import type { Index } from './schema.ts';

/** How long what is deleted stays in the trash. */
export const trashDays = 30;
const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** Something in the trash, and since when. */
export interface Trashed {
  type: 'project' | 'note';
  id: string;
  since: string;
}

/** What lies in the trash, the newest first. Notes of a trashed project that were not deleted themselves are part of it. */
export function trashIn({ projects, trash = {} }: Index): Trashed[] {
  const all: Trashed[] = Object.entries(trash).map(([id, since]) => ({ type: 'note', id, since }));
  for (const [id, { trashedAt }] of Object.entries(projects))
    if (trashedAt !== null) all.push({ type: 'project', id, since: trashedAt });
  return all.sort((a, b) => (a.since > b.since ? -1 : a.since < b.since ? 1 : 0));
}

/** Ids of what came into the trash until then; of these alone, where they are given. */
export function trashUntil(
  index: Index,
  until: string,
  ids?: readonly string[],
): { projects: string[]; notes: string[] } {
  const among = ids && new Set(ids);
  const due = trashIn(index).filter(({ id, since }) => since <= until && (!among || among.has(id)));
  const idsOf = (type: Trashed['type']) => due.filter((one) => one.type === type).map(({ id }) => id);
  return { projects: idsOf('project'), notes: idsOf('note') };
}

/** Until when what came into the trash has lain there for 30 days. */
const trashDueAt = (now: string): string => new Date(Date.parse(now) - trashMs).toISOString();

/** How long something has to be due: a clock that is wrong for an hour must not empty the trash. */
const surelyMs = 24 * 60 * 60 * 1000;

/**
 * How much of the trash may go now. `since`: when it was noticed that something is due, by the clock of then; null where
 * that is not known. Answers until when what came there goes, null for nothing, and what `since` is from now on.
 */
export function trashSweep(
  index: Index,
  since: string | null,
  now: string,
): { until: string | null; since: string | null } {
  const isDue = (at: string) => trashIn(index).some((one) => one.since <= trashDueAt(at));
  if (!isDue(now)) return { until: null, since: null };
  const forMs = since === null ? Number.NaN : Date.parse(now) - Date.parse(since);
  // A clock that was ahead then, or something that came back since, counts from now on.
  if (since === null || !(forMs >= 0) || !isDue(since)) return { until: null, since: now };
  // Only what was due then: the clock may have jumped ahead meanwhile.
  return forMs >= surelyMs ? { until: trashDueAt(since), since: null } : { until: null, since };
}

/** How many days something stays in the trash yet, at least. */
export const daysLeft = (since: string, now: string): number =>
  Math.max(0, Math.ceil((Date.parse(since) + trashMs - Date.parse(now)) / (24 * 60 * 60 * 1000)));
