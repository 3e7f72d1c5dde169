/** A record as an earlier Underline wrote it: nothing is known of its shape. */
export type OldRecord = Readonly<Record<string, unknown>>;

/**
 * Brings each record from one version to the next, alone, so that a damaged one keeps none of the others back. Never
 * throws on whatever it is given, and has no clock and no chance in it: what was killed half way is done again.
 */
export interface Step {
  project(record: OldRecord): OldRecord;
  note(record: OldRecord): OldRecord;
  settings(record: OldRecord): OldRecord;
}

/**
 * From version 1 to 2, from 2 to 3, and so on. A released step is frozen: people come from any version. A new one gets
 * a sample file of the version before it in `tests/fixtures/library`.
 */
export const steps: readonly Step[] = [];

/** The version of stored records and of export files alike. */
export const version: number = steps.length + 1;
