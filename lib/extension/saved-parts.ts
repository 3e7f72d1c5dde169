import { partKeys, splitIndex } from './index-parts.ts';
import { pack } from './packed.ts';

/** What of an index is to be written to a copy, and then removed from it; `written` is to be called when it is. */
export interface IndexWrite {
  set: Record<string, unknown>;
  remove: string[];
  written(): void;
}

/** Which parts of the index lie in a copy as they were saved last: such a part is not saved again. */
export interface SavedParts {
  write(index: unknown): IndexWrite;
  /** What was found under a part's key: somebody else may have changed it. */
  found(key: string, stored: unknown): void;
  forget(): void;
}

/** `mayLie`: whether there may be something under a part's key of which nothing is known. */
export function createSavedParts(mayLie: (key: string) => boolean): SavedParts {
  /** As stored; `null` where there is none. */
  const saved = new Map<string, unknown>();
  const lies = (key: string) => (saved.has(key) ? saved.get(key) !== null : mayLie(key));
  return {
    write(index) {
      const all = Object.entries(splitIndex(index)).map(([key, record]) => [key, pack(record)] as const);
      const set = all.filter(([key, stored]) => saved.get(key) !== stored);
      const surplus = partKeys.slice(all.length - 1);
      const remove = surplus.filter(lies);
      // Until it is known: a write that fails may have been done.
      for (const key of [...set.map(([key]) => key), ...remove]) saved.delete(key);
      return {
        set: Object.fromEntries(set),
        remove,
        written() {
          for (const [key, stored] of set) if (partKeys.includes(key)) saved.set(key, stored);
          for (const key of surplus) saved.set(key, null);
        },
      };
    },
    found(key, stored = null) {
      if (saved.get(key) !== stored) saved.delete(key);
    },
    forget: () => saved.clear(),
  };
}
