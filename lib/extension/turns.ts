/** Work that is done strictly one after another. */
export interface Turns {
  /** Does the work after all that was asked for before it. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** As `take`; answers `late` instead as soon as some work is `overdue`. The work itself is still done in its turn. */
  takeOr<T>(work: () => Promise<T>, late: () => T): Promise<T>;
  /** Waits for the work; calls those who wait away if that takes longer than this, in milliseconds. */
  overdue<T>(work: Promise<T>, afterMs: number): Promise<T>;
}

/** A queue of its own. */
export function createTurns(): Turns {
  let queue: Promise<unknown> = Promise.resolve();
  let called = Promise.withResolvers<void>();
  const take = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  return {
    take,
    takeOr: (work, late) => Promise.race([take(work), called.promise.then(late)]),
    async overdue(work, afterMs) {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        called.resolve();
      }, afterMs);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        // Who waits by now waits for the work after this.
        if (late) called = Promise.withResolvers();
      }
    },
  };
}
