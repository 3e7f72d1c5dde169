/** As many different alias keys as `lib/page` asks for. */
const maxKeys = 2_000;
const windowMs = 60 * 60 * 1000;
/** Over all documents. More are asked only by somebody who makes documents for it. */
const maxRemembered = 100_000;

export interface AskBudget {
  /**
   * Those of the keys that this document may be told of: at most 2,000 different ones within an hour. A key counts
   * for an hour after it was last told, so that a timeline that is open all day goes on.
   */
  allow(document: string, keys: readonly string[]): ReadonlySet<string>;
}

/**
 * Keeps one document from asking the library out by trying every alias. Not a renderer that was taken over: it can
 * make documents as it likes.
 */
export function createAskBudget(now: () => number = Date.now): AskBudget {
  /** By document, and the keys of each: both with the longest silent first. */
  const told = new Map<string, { keys: Map<string, number>; at: number }>();
  let remembered = 0;

  return {
    allow(document, keys) {
      forgetSilent();
      const mine = told.get(document)?.keys ?? new Map<string, number>();
      told.delete(document);
      told.set(document, { keys: mine, at: now() });
      remembered -= mine.size;
      for (const [key, at] of mine) if (isOld(at)) mine.delete(key);
      const allowed = new Set<string>();
      for (const key of keys) {
        if (!mine.has(key) && mine.size >= maxKeys) continue;
        mine.delete(key);
        mine.set(key, now());
        allowed.add(key);
      }
      remembered += mine.size;
      makeRoom();
      return allowed;
    },
  };

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
      if (remembered <= maxRemembered) return;
      forget(document);
    }
  }

  function forget(document: string): void {
    remembered -= told.get(document)?.keys.size ?? 0;
    told.delete(document);
  }
}
