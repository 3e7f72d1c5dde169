import './zod-jitless.ts';
import * as z from 'zod';
import { asideFrom, asideKey, quarantineKey } from './keys.ts';
import type { Records } from './parse.ts';
import { Instant } from './schema.ts';
import { t } from './text.ts';

/** The list of what repairs put aside, oldest first. */
const Quarantine = z.array(
  z.strictObject({
    /** Where it lies now, exactly as it was found. */
    key: z.string(),
    /** Where it lay. */
    was: z.string(),
    from: z.enum(['store', 'mirror']),
    reason: z.string(),
    at: Instant,
  }),
);
export type Quarantine = z.infer<typeof Quarantine>;

/** A record that a repair puts aside instead of deleting it. */
export interface PutAside {
  was: string;
  from: 'store' | 'mirror';
  reason: string;
  value: unknown;
}

/** What was put aside so far; a list that does not parse counts as none, and what it listed stays where it is. */
export const quarantineIn = (stored: Records): Quarantine => listIn(stored) ?? [];

/** Whether there is a list that does not parse. */
export const isQuarantineBad = (stored: Records): boolean =>
  stored[quarantineKey] !== undefined && listIn(stored) === null;

const listIn = (stored: Records): Quarantine | null =>
  Quarantine.safeParse(stored[quarantineKey]).data ?? null;

/** All that repairs put aside, as both copies list it, and what lies aside in one of them and is on no list. */
export function asideInBoth(store: Records, mirror: Records, now: string): Quarantine {
  const all = new Map<string, Quarantine[number]>();
  const add = (entry: Quarantine[number]) => all.has(entry.key) || all.set(entry.key, entry);
  for (const entry of [...quarantineIn(store), ...quarantineIn(mirror)]) add(entry);
  for (const key of [...Object.keys(store), ...Object.keys(mirror)]) {
    const place = asideFrom(key);
    if (place) add({ key, ...place, reason: t('lib.recovery.unlisted'), at: now });
  }
  return [...all.values()];
}

/** The records that put these aside, with the list of all. `repair` tells repairs apart. */
export function puttingAside(
  before: Quarantine,
  aside: readonly PutAside[],
  repair: string,
  now: string,
): Record<string, unknown> {
  const added = aside.map(({ was, from, reason, value }) => ({
    entry: { key: asideKey(repair, from, was), was, from, reason, at: now },
    value,
  }));
  const list = [...before, ...added.map(({ entry }) => entry)];
  if (list.length === 0) return {};
  return {
    [quarantineKey]: list,
    ...Object.fromEntries(added.map(({ entry, value }) => [entry.key, value])),
  };
}

/** What was put aside as the text of a file, for whoever can make something of it. */
export const asideText = (list: Quarantine, records: Records): string =>
  `${JSON.stringify(
    list.map(({ key, ...entry }) => ({ ...entry, value: records[key] ?? null })),
    null,
    2,
  )}\n`;
