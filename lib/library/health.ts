import './zod-jitless.ts';
import * as z from 'zod';
import { descends } from './descent.ts';
import { baseKeys, isRecordKey, manifestKey } from './keys.ts';
import { contradicts } from './manifest.ts';
import { newerThanKnown } from './migrate.ts';
import { Operations } from './operations.ts';
import { parseBase, type Records } from './parse.ts';
import { Instant, Manifest } from './schema.ts';

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
      return {
        title: 'The browser can not open your library',
        what: 'It refuses to read what Underline stored: its files may be damaged, or the disk may have a problem.',
      };
    case 'emptied':
      return {
        title: 'Your library is missing',
        what: 'The browser lost what Underline had stored. A second copy of your library is still here.',
      };
    case 'backups-left':
      return {
        title: 'Your library is missing',
        what: 'The browser lost what Underline had stored, and the second copy too. Backups of it are still here: repair, which begins an empty library, then restore the newest one.',
      };
    case 'unreadable':
      return {
        title: 'Your library is damaged',
        what: 'The list of your projects and notes can not be read. The notes themselves may be unharmed.',
      };
    case 'contradiction':
      return {
        title: 'Your library is damaged',
        what: 'The list of your projects does not agree with what was counted when it was saved.',
      };
    case 'rolled-back':
      return {
        title: 'Your newest changes are missing',
        what: 'The browser went back to an older state of your library. The second copy holds a newer one.',
      };
    case 'records':
      return {
        title: count === 1 ? 'One record is damaged' : `${count.toLocaleString('en')} records are damaged`,
        what: `${count === 1 ? 'It is' : 'They are'} missing or can not be read. Everything else is unharmed, and you can go on working.`,
      };
    case 'unsure':
      return {
        title: 'Your library can not be found',
        what: 'The store is empty, and the browser does not let Underline look into the second copy of your library and its backups.',
      };
    case 'newer':
      return {
        title: 'Your library is from a newer Underline',
        what: 'This Underline is older than the one that saved it last. It reads nothing wrongly and changes nothing: update Underline, and everything is there again.',
      };
    case 'behind':
      return {
        title: 'Your library could not be brought along',
        what: 'Underline was updated, and the browser could not save your library in its new form. It is unharmed, in its old form. Free some disk space or restart the browser, then try again.',
      };
  }
}

/** Whether the library itself is unharmed: there is nothing to repair, and nothing to rescue. */
export const isUnharmed = ({ kind }: Problem): boolean => kind === 'newer' || kind === 'behind';

/** Why nothing is saved now; what the user typed stays where it is. */
export function refusalWords(problem: Problem): string {
  const { title } = problemWords(problem);
  if (problem.kind === 'newer')
    return `${title}, so this was not saved. What you typed stays here: copy it, update Underline, then add it again.`;
  if (problem.kind === 'behind')
    return `${title}, so this was not saved. What you typed stays here. Free some disk space or restart the browser, then try again.`;
  return `${title}, so this was not saved: saving now could overwrite what can be rescued. Repair the library first; what you typed stays here.`;
}

const fine: Verdict = { problem: null, doubt: false, fill: false };
const found = (kind: Problem['kind']): Verdict => ({
  problem: { kind, count: 0 },
  doubt: false,
  fill: false,
});
