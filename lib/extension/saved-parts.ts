import { partKeys } from './index-parts.ts';
import { pack } from './packed.ts';
import { splitIndex } from './split-index.ts';

/** What of an index is to be written to a copy, and what then to be removed from it; `written` is to be called when it is. */
export interface IndexWrite {
  set: Record<string, unknown>;
  remove: string[];
  written(): void;
}

/** Which parts of the index lie in a copy as they would be saved: such a part is not saved again. */
export interface SavedParts {
  write(index: unknown): IndexWrite;
  /** To be called before the copy is read, and what that answers for each part that was found. */
  reading(): (key: string, stored: unknown) => void;
  /** Somebody changed a part; it may have been the last write. */
  changed(key: string, stored: unknown): void;
  forget(): void;
}

/** A part is a text whatever its size: texts can be compared. */
const stored = (key: string, record: unknown) => (partKeys.includes(key) ? pack(record, 0) : pack(record));

/** `mayLie`: whether there may be something under a part's key of which nothing is known. */
export function createSavedParts(mayLie: (key: string) => boolean): SavedParts {
  /** What surely lies there, by key; and what the last write brings, unless somebody changed it since. */
  const saved = new Map<string, unknown>();
  let last = new Map<string, unknown>();
  /** The last that was answered. */
  let answered = last;
  const changed = (key: string, text: unknown) => {
    for (const parts of [saved, last]) if (parts.get(key) !== text) parts.delete(key);
  };
  return {
    write(index) {
      const all = Object.entries(splitIndex(index)).map(
        ([key, record]) => [key, stored(key, record)] as const,
      );
      const set = all.filter(([key, text]) => saved.get(key) !== text);
      const remove = partKeys.slice(all.length - 1).filter((key) => saved.has(key) || mayLie(key));
      // Until it is known: a write that fails may have been done.
      for (const key of [...set.map(([key]) => key), ...remove]) saved.delete(key);
      const mine = new Map(set.filter(([key]) => partKeys.includes(key)));
      last = mine;
      return {
        set: Object.fromEntries(set),
        remove,
        written() {
          // Of two at once only the last says what lies there then.
          if (mine !== last) return;
          answered = mine;
          for (const [key, text] of mine) saved.set(key, text);
        },
      };
    },
    reading() {
      const before = last;
      const isIdle = answered === last;
      return (key, text) => {
        changed(key, text);
        // What was read while something was written may be of before it.
        if (isIdle && before === last && partKeys.includes(key) && text !== undefined) saved.set(key, text);
      };
    },
    changed,
    forget() {
      saved.clear();
      last.clear();
    },
  };
}
