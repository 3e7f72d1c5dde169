import type { Changes } from '../library/edit.ts';
import { isRecordKey, manifestKey, settingsKey } from '../library/keys.ts';
import type { Base, Records } from '../library/parse.ts';
import { libraryKeys } from '../library/records-read.ts';
import { failed, type Result } from '../library/result.ts';
import { type BackupAbout, countsIn, snapshotPieces } from '../library/snapshot.ts';
import { t } from '../library/text.ts';
import { addBackup, listBackups } from './backups.ts';
import { compress } from './compress.ts';
import { checksumSlowly } from './slow-checksum.ts';
import { readOnce } from './storage.ts';
import type { Turns } from './turns.ts';

/** Makes backups: one a day, and one before everything may change. */
export interface Backups {
  /** Takes note of what was saved; the day's backup comes once nothing more is. */
  follow(changes: Pick<Changes, 'set' | 'remove'>): void;
  /** Backs these records up, as they are, and answers whether that worked; `spare`: the backup that is restored then stays. Only within a turn. */
  before(kind: Exclude<BackupAbout['kind'], 'daily'>, records: Records, spare?: number): Promise<boolean>;
  /** Makes one of the day's backups now. Answers why not, or null. */
  now(): Promise<Result<never> | null>;
}

/** How long nothing has to be saved before the day's backup is begun, and how long it waits for that at most. */
const restMs = 1_000;
const restAtMostMs = 20_000;
/** After a failure the next try waits this long. */
const againMs = 60_000;
/** Records that are read in one turn: few enough that a command waits for them unnoticed. */
const together = 100;

/**
 * `soundBase`, called within a turn, answers the base of a library in which nothing is wrong, else null: a damaged one is
 * never backed up, it would take the place of a good one. `onMade`: when a
 * backup was made, or null where that failed. `onDoubt`: the records are not as the manifest says.
 */
export function createBackups(
  turns: Turns,
  soundBase: () => Promise<Base | null>,
  told: { onMade(at: string | null): void; onDoubt(): void },
): Backups {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsSince: number | null = null;
  let notBefore = 0;
  /** The day of the last backup; null until it was looked up. */
  let lastDay: string | null = null;
  let making: Promise<Outcome> | null = null;
  /** What is saved while records are read. */
  let meanwhile: Pick<Changes, 'set' | 'remove'>[] | null = null;

  return {
    follow(changes) {
      meanwhile?.push(changes);
      // Not by the clock, which may be set back.
      const now = performance.now();
      if (making || lastDay === today() || now < notBefore) return;
      restsSince ??= now;
      if (now - restsSince > restAtMostMs) return;
      clearTimeout(timer);
      timer = setTimeout(() => void makeIfDue(), restMs);
    },
    async before(kind, records, spare) {
      const outcome = await keep(kind, records, spare);
      told.onMade(outcome === 'made' ? new Date().toISOString() : null);
      return outcome === 'made';
    },
    async now() {
      await making;
      const outcome = await make();
      return outcome === 'made' ? null : refusals[outcome]();
    },
  };

  async function makeIfDue(): Promise<void> {
    restsSince = null;
    if (making) return;
    const list = lastDay === null ? await listBackups() : null;
    if (list) lastDay = list.find(({ kind }) => kind === 'daily')?.at.slice(0, 10) ?? '';
    if (lastDay !== today()) await make();
  }

  async function make(): Promise<Outcome> {
    making ??= collectAndKeep().catch((): Outcome => 'failed');
    const outcome = await making;
    making = null;
    meanwhile = null;
    if (outcome === 'made') lastDay = today();
    else notBefore = performance.now() + againMs;
    if (outcome !== 'unsound') told.onMade(outcome === 'made' ? new Date().toISOString() : null);
    return outcome;
  }

  async function collectAndKeep(): Promise<Outcome> {
    const base = await turns.take(() => {
      meanwhile = [];
      return soundBase();
    });
    if (!base) return 'unsound';
    const read = new Map<string, unknown>();
    for (let round = 0; round < 2; round += 1) {
      const keys = libraryKeys(base.index, Object.fromEntries(read)).filter((key) => !read.has(key));
      for (let at = 0; at < keys.length; at += together) {
        const some = keys.slice(at, at + together);
        const records = await turns.take(() => readOnce(some));
        if (!records) return 'failed';
        for (const [key, record] of Object.entries(records)) read.set(key, record);
      }
    }
    // From here on no command counts: what was read and what was saved since is the library as it is now.
    const now = await turns.take(async () => {
      const sound = await soundBase();
      for (const { set, remove } of meanwhile ?? []) {
        for (const [key, record] of Object.entries(set)) if (isRecordKey(key)) read.set(key, record);
        for (const key of remove) read.delete(key);
      }
      meanwhile = null;
      return sound;
    });
    if (!now) return 'unsound';
    if ((await checksumSlowly(read)) !== now.manifest.checksum) {
      told.onDoubt();
      return 'unsound';
    }
    const records = Object.fromEntries(read);
    return keep('daily', { ...records, [manifestKey]: now.manifest, [settingsKey]: now.settings });
  }

  async function keep(kind: BackupAbout['kind'], records: Records, spare?: number): Promise<Outcome> {
    try {
      const at = new Date().toISOString();
      const { bytes, checksum } = await compress(snapshotPieces(records));
      const about = { kind, at, counts: countsIn(records), checksum, size: bytes.length };
      return (await addBackup(about, bytes, spare)) ? 'made' : 'failed';
    } catch {
      return 'failed';
    }
  }
}

/** `unsound`: something is wrong with the library, so its last good backup stays. */
type Outcome = 'made' | 'failed' | 'unsound';

const refusals = {
  failed: () => failed('storage-failed', t('lib.backup.failed')),
  unsound: () => failed('damaged', t('lib.backup.unsound')),
};

const today = (): string => new Date().toISOString().slice(0, 10);
