/** A page that changed at so many settlings is taken to change all the time; until it rested for `calmMs`. */
const busyAfter = 2;
export const calmMs = 1_000;

export interface Busy {
  /** The page changed. */
  changed(): void;
  /** To be asked once a settling. Whether the page changes all the time: each range that is registered then costs every frame. */
  atSettling(): boolean;
}

/** Tells a page that changes all the time from one that changes now and then. `now`: milliseconds, never going back. */
export function createBusy(now: () => number = () => performance.now()): Busy {
  /** How many settlings followed from changes, since when the page last was calm. */
  let settlings = 0;
  let hasChanged = false;
  let lastChange = -calmMs;
  const forgetIfCalm = () => {
    // Judged by the clock alone: how often anybody asked meanwhile depends on the machine.
    if (now() - lastChange >= calmMs) settlings = 0;
  };
  return {
    changed() {
      forgetIfCalm();
      hasChanged = true;
      lastChange = now();
    },
    atSettling() {
      if (hasChanged) settlings += 1;
      else forgetIfCalm();
      hasChanged = false;
      return settlings >= busyAfter;
    },
  };
}
