import type * as z from 'zod';
import { sameContent } from './digest.ts';
import { misfit } from './misfit.ts';
import { later } from './project-edits.ts';
import { t } from './text.ts';

export interface Counts {
  added: number;
  changed: number;
  same: number;
  rejected: number;
}

/** A record that would come in: `before` is yours, `null` if it is new. */
export interface Incoming<T> {
  before: T | null;
  after: T;
}

/** A record that stays out: where it stands in the file, such as `notes[3].body`, and why. */
export interface Rejected {
  place: string;
  reason: string;
}

interface Sorted<T> {
  incoming: Incoming<T>[];
  rejected: Rejected[];
  counts: Counts;
}

/**
 * Sorts the file's records by what would come of them. `admit` answers the record to take in, or why not; `asThen`: also in
 * place of a newer one. `now`: when what comes into the trash with them came there, if that is later than they say.
 */
export function sortRecords<T extends { id: string; updatedAt: string; trashedAt: string | null }>(
  records: unknown[],
  list: 'projects' | 'notes',
  schema: z.ZodType<T>,
  yours: T[],
  admit: (record: T) => T | string,
  { asThen = false, now = '' }: { asThen?: boolean | undefined; now?: string | undefined },
): Sorted<T> {
  const byId = new Map(yours.map((record) => [record.id, record]));
  const placeById = new Map<string, number>();
  const incoming: Incoming<T>[] = [];
  const rejected: Rejected[] = [];
  let same = 0;

  for (const [at, unread] of records.entries()) {
    const parsed = schema.safeParse(unread);
    if (!parsed.success) {
      rejected.push(misfit(parsed.error, [list, at]));
      continue;
    }
    const { id } = parsed.data;
    const earlier = placeById.get(id);
    if (earlier !== undefined) {
      rejected.push({
        place: `${list}[${at}].id`,
        reason: t('lib.import.duplicate', { place: `${list}[${earlier}]` }),
      });
      continue;
    }
    const admitted = admit(parsed.data);
    if (typeof admitted === 'string') {
      rejected.push({ place: `${list}[${at}].projectId`, reason: admitted });
      continue;
    }
    placeById.set(id, at);
    const before = byId.get(id) ?? null;
    const { trashedAt } = admitted;
    // 30 days from now: by its own date it could be due at once.
    const after: T = trashedAt
      ? { ...admitted, trashedAt: later(trashedAt, before?.trashedAt ?? now) }
      : admitted;
    if (before === null || after.updatedAt > before.updatedAt) incoming.push({ before, after });
    else if (sameContent(before, after)) same += 1;
    else if (asThen) incoming.push({ before, after });
    else rejected.push({ place: `${list}[${at}]`, reason: t('lib.import.older') });
  }
  const added = incoming.filter(({ before }) => before === null).length;
  return {
    incoming,
    rejected,
    counts: { added, changed: incoming.length - added, same, rejected: rejected.length },
  };
}
