/** As many different alias keys as `lib/page` asks for. */
const maxKeys = 2_000;
const windowMs = 60 * 60 * 1000;
/** Over all documents, so many times as much as one may ask. More is asked only by somebody who makes documents for it. */
const maxDocuments = 50;

export interface AskBudget {
  /**
   * Those of the keys that this document may be told of: at most 2,000 different ones within an hour, or what else
   * the budget holds if each costs something else than one. A key counts for an hour after it was last told, so that a
   * timeline that is open all day goes on.
   */
  allow(document: string, keys: readonly string[], costOf?: (key: string) => number): ReadonlySet<string>;
}

interface Told {
  keys: Map<string, { at: number; cost: number }>;
  /** What the keys cost together. */
  spent: number;
  at: number;
}

/**
 * Keeps one document from asking the library out by trying every alias. Not a renderer that was taken over: it can
 * make documents as it likes.
 */
export function createAskBudget(now: () => number = Date.now, most = maxKeys): AskBudget {
  /** By document, and the keys of each: both with the longest silent first. */
  const told = new Map<string, Told>();
  let remembered = 0;

  return {
    allow(document, keys, costOf = () => 1) {
      forgetSilent();
      const mine: Told = told.get(document) ?? { keys: new Map(), spent: 0, at: 0 };
      told.delete(document);
      told.set(document, mine);
      mine.at = now();
      remembered -= mine.spent;
      for (const [key, { at }] of mine.keys) if (isOld(at)) take(mine, key);
      const allowed = new Set<string>();
      for (const key of keys) {
        take(mine, key);
        const cost = costOf(key);
        if (mine.spent + cost > most) continue;
        mine.spent += cost;
        mine.keys.set(key, { at: mine.at, cost });
        allowed.add(key);
      }
      remembered += mine.spent;
      makeRoom();
      return allowed;
    },
  };

  function take(mine: Told, key: string): void {
    mine.spent -= mine.keys.get(key)?.cost ?? 0;
    mine.keys.delete(key);
  }

  function isOld(at: number): boolean {
    return at <= now() - windowMs;
  }

  function forgetSilent(): void {
    for (const [document, { at }] of told) {
      if (!isOld(at)) return;
      forget(document);
    }
  }

  function makeRoom(): void {
    for (const document of told.keys()) {
      if (remembered <= maxDocuments * most) return;
      forget(document);
    }
  }

  function forget(document: string): void {
    remembered -= told.get(document)?.spent ?? 0;
    told.delete(document);
  }
}
