import './zod-jitless.ts';
import * as z from 'zod';
import { descends } from './descent.ts';
import { baseKeys, isRecordKey, manifestKey } from './keys.ts';
import { contradicts } from './manifest.ts';
import { newerThanKnown } from './migrate.ts';
import { Operations } from './operations.ts';
import { parseBase, type Records } from './parse.ts';
import { Instant, Manifest } from './schema.ts';
import { t } from './text.ts';

/**
 * What can be wrong with the library. `closed`: the browser gives no answer about the store. `emptied`: the store is empty,
 * the second copy is not. `backups-left`: both are empty, and there are backups. `unreadable`: what every command needs cannot be read. `contradiction`: index and manifest do not belong together. `rolled-back`: the second
 * copy is newer than the store, or holds what the store never did. `records`: some records are lost or cannot be read. `unsure`: the store is empty, and
 * whether the second copy or the backups are cannot be told. `newer`: a later Underline wrote it, which is no damage. `behind`: an earlier
 * one wrote it, and it could not be brought along.
 */
const problemKinds = [
  'closed',
  'emptied',
  'backups-left',
  'unreadable',
  'contradiction',
  'rolled-back',
  'records',
  'unsure',
  'newer',
  'behind',
] as const;

export const Problem = z.strictObject({
  kind: z.enum(problemKinds),
  /** For `records`: how many, as far as known. */
  count: z.int().min(0),
});
export type Problem = z.infer<typeof Problem>;

/** How the library is, as every surface shows it. */
export const Health = z.strictObject({
  problem: Problem.nullable(),
  /** `behind`: the second copy could not be written. */
  mirror: z.enum(['whole', 'filling', 'behind']),
  /** `failing`: the last backup could not be made. */
  backups: z.enum(['fine', 'failing']).default('fine'),
  /** When the last one was made since the browser started. */
  backedUpAt: Instant.nullable().default(null),
});
export type Health = z.infer<typeof Health>;

/** What start-up reads of the second copy; null if it cannot be read. */
export interface MirrorSummary {
  empty: boolean;
  /** Its manifest as it lies there. */
  manifest: unknown;
  /** Its operations as they lie there. */
  operations: unknown;
  /** It was not filled to the end. */
  filling: boolean;
}

/** What follows from the few keys that are read at the start. */
export interface Verdict {
  problem: Problem | null;
  /** Something hints at damage: all records are to be checked. */
  doubt: boolean;
  /** The second copy is to be filled. */
  fill: boolean;
}

/**
 * `records`: whether any project or note lies in a store without base records. `backups`: whether there are any. Null if
 * the browser can not say. Both matter only where the store is empty.
 */
export function judge(
  stored: Records,
  mirror: MirrorSummary | null,
  records: boolean | null,
  backups: boolean | null,
): Verdict {
  if (isEmpty(stored)) {
    if (records) return found('unreadable');
    if (mirror === null || records === null) return found('unsure');
    if (!mirror.empty) return found('emptied');
    if (backups === null) return found('unsure');
    return backups ? found('backups-left') : fine;
  }
  if ([stored[manifestKey], mirror?.manifest].some((manifest) => newerThanKnown(manifest, 'schema')))
    return found('newer');
  const base = parseBase(stored);
  if (!base.ok) return base.error.code === 'older-version' ? judgeOlder(stored, mirror) : found('unreadable');
  if (contradicts(base.value)) return found('contradiction');
  if (mirror === null) return fine;
  const second = Manifest.safeParse(mirror.manifest);
  if (!second.success) return { problem: null, doubt: false, fill: true };
  const { generation, checksum } = base.value.manifest;
  const copy = { generation: second.data.generation, operations: operationsIn(mirror.operations) };
  if (!descends({ generation, operations: base.value.operations }, copy)) return found('rolled-back');
  if (second.data.generation < generation) return { problem: null, doubt: false, fill: true };
  const differs = second.data.checksum !== checksum;
  return { problem: null, doubt: differs, fill: differs || mirror.filling };
}

/** Before a store is brought along it has to be the newer one; all else is judged once it is. */
function judgeOlder(stored: Records, mirror: MirrorSummary | null): Verdict {
  const [ours, second] = [generationIn(stored[manifestKey]), generationIn(mirror?.manifest)];
  return second > ours ? found('rolled-back') : fine;
}

const operationsIn = (operations: unknown): Operations | null =>
  Operations.safeParse(operations).data ?? null;

const generationIn = (manifest: unknown): number =>
  Manifest.shape.generation.safeParse(Reflect.get(Object(manifest), 'generation')).data ?? -1;

/** Whether the store holds none of the keys that every library has. */
export const isEmpty = (stored: Records): boolean => baseKeys.every((key) => stored[key] === undefined);

/** Whether any of these keys is a project's or a note's; null if they are not known. */
export const holdsRecords = (keys: readonly string[] | null): boolean | null =>
  keys?.some(isRecordKey) ?? null;

/** Whether nothing is saved until the library is repaired: what would be written could be wrong. */
export const stopsSaving = (problem: Problem): boolean => problem.kind !== 'records';

/** What is wrong, in plain words. */
export function problemWords({ kind, count }: Problem): { title: string; what: string } {
  switch (kind) {
    case 'closed':
      return { title: t('lib.problem.closed.title'), what: t('lib.problem.closed.what') };
    case 'emptied':
      return { title: t('lib.problem.emptied.title'), what: t('lib.problem.emptied.what') };
    case 'backups-left':
      return { title: t('lib.problem.backupsLeft.title'), what: t('lib.problem.backupsLeft.what') };
    case 'unreadable':
      return { title: t('lib.problem.unreadable.title'), what: t('lib.problem.unreadable.what') };
    case 'contradiction':
      return { title: t('lib.problem.contradiction.title'), what: t('lib.problem.contradiction.what') };
    case 'rolled-back':
      return { title: t('lib.problem.rolledBack.title'), what: t('lib.problem.rolledBack.what') };
    case 'records':
      return {
        title: t('lib.problem.records.title', { count }),
        what: t('lib.problem.records.what', { count }),
      };
    case 'unsure':
      return { title: t('lib.problem.unsure.title'), what: t('lib.problem.unsure.what') };
    case 'newer':
      return { title: t('lib.problem.newer.title'), what: t('lib.problem.newer.what') };
    case 'behind':
      return { title: t('lib.problem.behind.title'), what: t('lib.problem.behind.what') };
  }
}

/** Whether the library itself is unharmed: there is nothing to repair, and nothing to rescue. */
export const isUnharmed = ({ kind }: Problem): boolean => kind === 'newer' || kind === 'behind';

/** Why nothing is saved now; what the user typed stays where it is. */
export function refusalWords(problem: Problem): string {
  const { title } = problemWords(problem);
  if (problem.kind === 'newer') return t('lib.refusal.newer', { title });
  return problem.kind === 'behind' ? t('lib.refusal.behind', { title }) : t('lib.refusal.damaged', { title });
}

const fine: Verdict = { problem: null, doubt: false, fill: false };
const found = (kind: Problem['kind']): Verdict => ({
  problem: { kind, count: 0 },
  doubt: false,
  fill: false,
});
