import type { Worker } from '@playwright/test';

/** Sets the clock by which the background dates what it saves: so many milliseconds ahead, or still at one moment. */
export const setClock = (worker: Worker, to: { ahead: number } | { stillAt: number }): Promise<void> =>
  worker.evaluate((wanted) => {
    const real: DateConstructor = Reflect.get(globalThis, 'realDate') ?? Date;
    Reflect.set(globalThis, 'realDate', real);
    const now = () => ('ahead' in wanted ? real.now() + wanted.ahead : wanted.stillAt);
    globalThis.Date = new Proxy(real, {
      construct: (target, given) => (given.length > 0 ? Reflect.construct(target, given) : new target(now())),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, to);

export const dayMs = 24 * 60 * 60 * 1000;
export const tenYears = 10 * 365 * dayMs;
