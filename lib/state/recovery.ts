import { readCopies } from '../extension/read-copies.ts';
import { exportFiles, type SavedFile } from '../library/export-file.ts';
import { asideInBoth, asideText } from '../library/quarantine.ts';
import { planRecovery, type RecoveryPlan } from '../library/recovery-plan.ts';
import { done, type Result } from '../library/result.ts';

/** What a repair would do, from both copies as they are now. Nothing is changed. */
export async function planRepair(): Promise<Result<RecoveryPlan>> {
  const { store, mirror } = await readCopies();
  return planRecovery(store, mirror, new Date().toISOString());
}

/** Everything of the library that can be read now, as export files that import like any other. Fails as `planRecovery` does. */
export async function exportReadable(appVersion: string): Promise<Result<SavedFile[]>> {
  const plan = await planRepair();
  if (!plan.ok) return plan;
  const now = new Date().toISOString();
  return done(exportFiles(plan.value.library, { now, appVersion }));
}

/** What this plan would put aside and what repairs before it did, exactly as found; null if there is none. */
export async function exportAside(plan: RecoveryPlan | null): Promise<SavedFile | null> {
  const { store, mirror } = await readCopies();
  const records = { ...mirror?.records, ...store.records };
  const now = new Date().toISOString();
  const before = asideInBoth(store.records, mirror?.records ?? {}, now);
  const planned =
    plan?.aside.map(({ was, from, reason }) => ({ key: was, was, from, reason, at: now })) ?? [];
  const values = Object.fromEntries(plan?.aside.map(({ was, value }) => [was, value]) ?? []);
  const all = [...before, ...planned];
  if (all.length === 0) return null;
  return {
    name: `underline-damaged-${now.slice(0, 10)}.json`,
    text: asideText(all, { ...records, ...values }),
  };
}

/** Everything in both copies exactly as it lies there, judged by nobody: only another version can read it. */
export async function exportAsStored(): Promise<SavedFile> {
  const { store, mirror } = await readCopies();
  const now = new Date().toISOString();
  return {
    name: `underline-as-stored-${now.slice(0, 10)}.json`,
    text: `${JSON.stringify({ store: store.records, secondCopy: mirror?.records ?? null }, null, 2)}\n`,
  };
}
