import { expect } from 'vitest';
import { damagedRecords } from '../../../lib/library/full-check.ts';
import { contradicts } from '../../../lib/library/manifest.ts';
import { parseBase, type Records } from '../../../lib/library/parse.ts';
import { planRecovery, type RecoveryPlan } from '../../../lib/library/recovery-plan.ts';
import { type MemoryStore, value } from './memory-store.ts';

export const now = '2026-06-01T00:00:00.000Z';
export const all = (store: MemoryStore): Records => store.get([...store.stored.keys()]);
export const copy = (records: Records, unreadable: string[] = []) => ({
  records: Object.fromEntries(Object.entries(records).filter(([key]) => !unreadable.includes(key))),
  unreadable,
  late: false,
});
export const plan = (store: Records, mirror: Records, lostKeys: string[] = []) =>
  value(planRecovery(copy(store, lostKeys), copy(mirror), now));

/** The store after the repair. */
export const repaired = (store: Records, { set, remove }: RecoveryPlan): Records =>
  Object.fromEntries(Object.entries({ ...store, ...set }).filter(([key]) => !remove.includes(key)));

export function expectWhole(records: Records): void {
  const base = value(parseBase(records));
  expect(damagedRecords(base, records)).toBe(0);
  expect(contradicts(base)).toBe(false);
}
