import { sameContent } from '../library/digest.ts';
import type { Changes } from '../library/edit.ts';
import type { Health } from '../library/health.ts';
import { baseKeys, isRecordKey, quarantineKey } from '../library/keys.ts';
import { judgeCopy, keysNamedIn } from '../library/recovery-copy.ts';
import { readMirror, readMirrorKeys, writeMirror } from './mirror.ts';
import { readPossible } from './read-copies.ts';
import { tryRead } from './storage.ts';
import type { Turns } from './turns.ts';

/** Keeps the second copy up with the store. */
export interface SecondCopy {
  /** How it is, as far as is known now. */
  state(): Health['mirror'];
  /** Writes what a command has saved there too; nobody waits for it. */
  follow(changes: Pick<Changes, 'set' | 'remove'>): void;
  /** Copies the whole store, a little at a time, between commands. */
  fill(): void;
  /** It could not be looked at: until it is `seen` nothing is written to it, for it may hold what the store lost. */
  doubt(): void;
  seen(): void;
  isUnseen(): boolean;
  /** Fills it if it lacks something. */
  retry(): void;
}

/** Records that are copied in one turn: few enough that a command waits for them unnoticed. */
const together = 100;

/**
 * `onState` hears how the copy is; `isWhole`, called within a turn, says whether the store is: before anything of the
 * copy is given up for it.
 */
export function createSecondCopy(
  turns: Turns,
  onState: (state: Health['mirror']) => void,
  isWhole: () => Promise<boolean>,
): SecondCopy {
  let set = new Map<string, unknown>();
  let remove = new Set<string>();
  let writing = false;
  /** Unless `whole` it lacks something: what could not be written is not kept, so all is copied again. */
  let state: Health['mirror'] = 'whole';
  let filling = false;
  let unseen = false;

  return {
    state: () => state,
    follow,
    fill: () => void fill(),
    doubt() {
      unseen = true;
      become('behind');
    },
    seen() {
      unseen = false;
    },
    isUnseen: () => unseen,
    retry() {
      if (state === 'behind') void fill();
    },
  };

  function become(next: Health['mirror']): void {
    state = next;
    onState(state);
  }

  function follow(changes: Pick<Changes, 'set' | 'remove'>): void {
    if (unseen) return;
    for (const [key, record] of Object.entries(changes.set)) {
      set.set(key, record);
      remove.delete(key);
    }
    for (const key of changes.remove) {
      set.delete(key);
      remove.add(key);
    }
    void write();
  }

  /** What came while one write was under way is written together, newest last. */
  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    while (set.size > 0 || remove.size > 0) {
      const [nextSet, nextRemove] = [set, remove];
      set = new Map();
      remove = new Set();
      // The mark comes with the manifest: a copy that lacks something must not look up to date, whenever we are stopped.
      const mark = state === 'whole' ? undefined : true;
      if (!(await writeMirror(nextSet, nextRemove, mark))) become('behind');
    }
    writing = false;
  }

  async function fill(): Promise<void> {
    if (filling || unseen) return;
    filling = true;
    if (state === 'whole') become('filling');
    const marked = await writeMirror(new Map(), [], true);
    if (!(marked && (await copyAll()))) become('behind');
    filling = false;
  }

  /** Whether the copy is as the store now. */
  async function copyAll(): Promise<boolean> {
    become('filling');
    const copied = new Set<string>();
    let next = [...baseKeys, quarantineKey];
    let sound = true;
    while (next.length > 0) {
      const some = next.slice(0, together);
      const records = await turns.take(() => copySome(some));
      if (!records) return false;
      for (const key of some) copied.add(key);
      // A project or note that the lists name and the store does not have, or cannot give.
      if (some.some((key) => isRecordKey(key) && !(key in records))) sound = false;
      const named = keysNamedIn(records).filter((key) => !copied.has(key));
      next = [...new Set([...next.slice(together), ...named])];
    }
    return turns.take(() => finish(sound, copied));
  }

  /** In one turn, so that no command comes between reading and writing. Null where that is not to be gone on with. */
  async function copySome(keys: string[]): Promise<Record<string, unknown> | null> {
    const [{ records, unreadable, late }, there] = await Promise.all([
      readPossible(tryRead, keys),
      readMirror(keys),
    ]);
    if (late || unreadable.some((key) => baseKeys.includes(key))) return null;
    const before = typeof there === 'string' ? {} : there;
    const news = Object.entries(records).filter(([key, record]) => !sameContent(before[key], record));
    // A record that is older than the copy's, or makes no sense, takes the place of none.
    const { bad } = judgeCopy({ records: Object.fromEntries(news), unreadable: [], late: false });
    const doubtful = news.some(([key, record]) => bad.has(key) || !replaces(key, record, before[key]));
    if (doubtful && !(await isWhole())) return null;
    return (await writeMirror(new Map(news), [])) ? records : null;
  }

  /** Only a store that is whole says that what else the copy holds was removed. */
  async function finish(sound: boolean, copied: ReadonlySet<string>): Promise<boolean> {
    const there = await readMirrorKeys();
    if (!there) return false;
    const surplus = there.filter((key) => isRecordKey(key) && !copied.has(key));
    if ((surplus.length > 0 || !sound) && !(await isWhole())) return false;
    // What a command added meanwhile is in both. What the store refuses it did not add: that can not be written either.
    const { records, late } = await readPossible(tryRead, surplus);
    if (late) return false;
    const gone = surplus.filter((key) => !(key in records));
    // Something could not be written since.
    if (state !== 'filling') return false;
    if (!(await writeMirror(new Map(), gone, false))) return false;
    // Nor while that was.
    if (state === 'filling') become('whole');
    return true;
  }
}

const dateOf = (record: unknown): string =>
  typeof record === 'object' &&
  record !== null &&
  'updatedAt' in record &&
  typeof record.updatedAt === 'string'
    ? record.updatedAt
    : '';

/** Whether a record may take the other's place by their dates alone. A note that changed and has no later date may be a damaged one. */
const replaces = (key: string, record: unknown, before: unknown): boolean =>
  before === undefined ||
  (key.startsWith('note:') ? dateOf(record) > dateOf(before) : dateOf(record) >= dateOf(before));
