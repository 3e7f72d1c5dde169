import { baseKeys, quarantineKey } from '../library/keys.ts';
import { keysNamedIn, type LibraryCopy } from '../library/recovery-copy.ts';
import { readMirror, readMirrorKeys } from './mirror.ts';
import { listKeys, type Reading, tryRead } from './storage.ts';

/** So many are read at once; fewer where one of them makes the read fail. */
const together = 250;
/** What is late is asked again. After so many late answers nothing is: key by key that would take hours. */
const mostLate = 2;

/**
 * Reads what can be read of both copies, key by key where it must be. Changes nothing. `mirror`: null where the browser
 * does not say what is in it, which is no empty one.
 */
export async function readCopies(): Promise<{ store: LibraryCopy; mirror: LibraryCopy | null }> {
  const [inStore, inMirror] = await Promise.all([listKeys(), readMirrorKeys()]);
  const listed = [...(inStore ?? []), ...(inMirror ?? [])];
  return {
    store: await readCopy(tryRead, listed, new Set(inStore ?? [])),
    mirror: inMirror && (await readCopy(readMirror, inMirror, new Set(inMirror))),
  };
}

/** Reads these keys, as few as one at a time. What is refused alone too is `unreadable`. */
export async function readPossible(
  read: (keys: string[]) => Promise<Reading>,
  keys: readonly string[],
): Promise<LibraryCopy> {
  const records = new Map<string, unknown>();
  const unreadable: string[] = [];
  const waiting: string[][] = [];
  let late = 0;
  for (let at = 0; at < keys.length; at += together) waiting.push(keys.slice(at, at + together));
  for (let some = waiting.shift(); some && late < mostLate; some = waiting.shift()) {
    const found = await read(some);
    if (found === 'late') {
      late += 1;
      waiting.push(some);
    } else if (found !== 'refused')
      for (const [key, record] of Object.entries(found)) records.set(key, record);
    else if (some.length === 1) unreadable.push(...some);
    else waiting.push(some.slice(0, some.length / 2), some.slice(some.length / 2));
  }
  return { records: Object.fromEntries(records), unreadable, late: late === mostLate };
}

/** Follows what the records name until nothing new comes: lists of keys may be cut short by the damage itself. */
async function readCopy(
  read: (keys: string[]) => Promise<Reading>,
  listed: readonly string[],
  there: ReadonlySet<string>,
): Promise<LibraryCopy> {
  const asked = new Set<string>();
  const records = new Map<string, unknown>();
  const unreadable: string[] = [];
  let late = false;
  for (let next = [...baseKeys, quarantineKey, ...listed]; next.length > 0 && !late; ) {
    const fresh = [...new Set(next)].filter((key) => !asked.has(key));
    for (const key of fresh) asked.add(key);
    const more = await readPossible(read, fresh);
    late = more.late;
    for (const [key, record] of Object.entries(more.records)) records.set(key, record);
    // What only the other copy lists may never have been here.
    unreadable.push(...more.unreadable.filter((key) => there.size === 0 || there.has(key)));
    next = keysNamedIn(more.records).filter((key) => !asked.has(key));
  }
  return { records: Object.fromEntries(records), unreadable, late };
}
