/** Of the time that passes, this share may go into scanning a page that changes. */
const share = 0.03;
/** So much more may, in milliseconds, before it is too much: pages change in bursts. */
const burstMs = 100;
/** What changed is read at last after so long, in milliseconds. */
const longestRestMs = 2_000;
/** No more than this is owed, in milliseconds, or a slow machine would call a page restless for minutes after it rested. */
const mostOwedMs = burstMs + longestRestMs * share;

export interface Watchdog {
  /** Scanning took so long again; answers how long it has to rest now, in milliseconds. */
  restAfter(tookMs: number): number;
  /** The page changes without end, and is read less often for it. */
  isBackingOff(): boolean;
}

/** Sees to it that a page which changes without end is not slowed. `now`: milliseconds, never going back. */
export function createWatchdog(now: () => number = () => performance.now()): Watchdog {
  let owed = 0;
  let last = now();
  let backingOff = false;
  return {
    restAfter(tookMs) {
      const at = now();
      owed = Math.min(mostOwedMs, Math.max(0, owed - (at - last) * share) + tookMs);
      last = at;
      // Not at every second pass another answer.
      backingOff = owed > (backingOff ? burstMs / 2 : burstMs);
      return backingOff ? Math.min(longestRestMs, Math.max(0, owed - burstMs / 2) / share) : 0;
    },
    isBackingOff: () => backingOff,
  };
}
