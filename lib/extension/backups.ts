import type { Envelope } from '../library/command.ts';
import type { Operations } from '../library/operations.ts';
import { done, failed, type Result } from '../library/result.ts';
import { BackupAbout, backupsGoing, exportOfSnapshot } from '../library/snapshot.ts';
import { t } from '../library/text.ts';
import { decompress } from './compress.ts';
import { abort, createDatabase, orNull } from './database.ts';

/**
 * Backups lie in a database of their own, beside the second copy's: damage to `storage.local` does not reach them, and
 * whatever is done to the second copy, which follows every change, does not either.
 */
const databaseName = 'underline-backups';
/** What is known of each, and its compressed text; under the same number, so that a list reads no text. */
const abouts = 'about';
const texts = 'texts';

const database = createDatabase(databaseName, (db) => {
  db.createObjectStore(abouts, { autoIncrement: true });
  db.createObjectStore(texts);
});

/** A backup in the list. */
export interface Backup extends BackupAbout {
  id: number;
}

/** All backups, the newest first; null if the browser can not say. */
export const listBackups = (): Promise<Backup[] | null> =>
  orNull(async () => {
    const store = (await database()).transaction(abouts).store;
    const [ids, found] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return ids
      .flatMap((id, at) => {
        const about = BackupAbout.safeParse(found[at]);
        return about.success ? [{ ...about.data, id: Number(id) }] : [];
      })
      .reverse();
  });

/** A backup as the text of an export file. Fails with `damaged` if it is gone or not what was written. */
export async function openBackup(id: number): Promise<Result<string>> {
  const about = (await listBackups())?.find((backup) => backup.id === id);
  const bytes = about && (await readBackup(id));
  const text = bytes && decompress(bytes, about.checksum);
  return text ? exportOfSnapshot(text, about.at) : unreadable();
}

/** The command with the text of the backup that it names; an operation that is repeated needs none, and it may be gone. */
export async function withBackup(
  { op, command }: Envelope,
  operations: Operations,
): Promise<Result<Envelope>> {
  if (command.type !== 'import' || command.backup === undefined) return done({ op, command });
  if (operations.some((earlier) => earlier.op === op)) return done({ op, command });
  const text = await openBackup(command.backup);
  return text.ok ? done({ op, command: { ...command, text: text.value } }) : text;
}

const unreadable = () => failed('damaged', t('lib.backup.gone'));

/** The compressed text of a backup; null if it is gone or can not be read. */
const readBackup = (id: number): Promise<Uint8Array<ArrayBuffer> | null> =>
  orNull(async () => {
    const text: unknown = await (await database()).get(texts, id);
    return text instanceof Uint8Array ? new Uint8Array(text) : null;
  }, 1_000);

/**
 * Adds a backup and, in the same step, removes those of its kind that it makes too many, but not `spare`. Null if that
 * failed, and then nothing was changed, or is late: it may still be done.
 */
export const addBackup = (about: BackupAbout, text: Uint8Array, spare?: number): Promise<true | null> =>
  orNull(async () => {
    const transaction = (await database()).transaction([abouts, texts], 'readwrite');
    const [list, store] = [transaction.objectStore(abouts), transaction.objectStore(texts)];
    const [ids, found] = await Promise.all([list.getAllKeys(), list.getAll()]);
    const others = ids.flatMap((id, at) => {
      const other = BackupAbout.safeParse(found[at]).data;
      return other ? [{ ...other, id }] : [];
    });
    const go = backupsGoing(
      others.filter(({ id }) => id !== spare),
      about,
    );
    const added = await list.add(about);
    const ask = async () => {
      await Promise.all([
        store.put(text, added),
        ...go.flatMap(({ id }) => [list.delete(id), store.delete(id)]),
      ]);
    };
    try {
      await Promise.all([ask(), transaction.done]);
    } catch (error) {
      abort(transaction);
      throw error;
    }
    return true as const;
  }, 1_000);
