import type { Worker } from '@playwright/test';

type Call = 'get' | 'set';
export const ways = ['rejects', 'hangs', 'answers undefined'] as const;
/** `is held`: until it is healed, however long that takes; nobody loses patience meanwhile. */
type Way = (typeof ways)[number] | 'is held';

/** How long a call hangs, in milliseconds. */
export const hangMs = 10_000;

export interface Fault {
  call: Call;
  way: Way;
  /** Only calls that concern a key that begins so. */
  key: string;
  /** So many calls; all, if not given. */
  times?: number;
}

/** Makes the browser's own storage object fail, wherever this runs, until `healed`. */
export function breakStorage({
  call,
  way,
  key,
  times = Number.POSITIVE_INFINITY,
  hangMs,
}: Fault & { hangMs: number }) {
  const real = chrome.storage.local[call].bind(chrome.storage.local) as (
    ...args: unknown[]
  ) => Promise<unknown>;
  const before: { heal(): void } | undefined = Reflect.get(globalThis, 'fault');
  const fault = { hit: 0, heal: () => {} };
  const held = Promise.withResolvers<void>();
  const { setTimeout: realTimeout } = globalThis;
  if (way === 'is held')
    Reflect.set(globalThis, 'setTimeout', (work: () => void, ms = 0, ...rest: []) =>
      realTimeout(work, ms < 2_000 ? ms : ms + 600_000, ...rest),
    );
  const broken = async (asked: string[] | Record<string, unknown> | null) => {
    const keys = Array.isArray(asked) ? asked : Object.keys(asked ?? {});
    if (fault.hit >= times || !keys.some((one) => one.startsWith(key))) return real(asked);
    fault.hit += 1;
    if (way === 'rejects') throw new Error('The browser refuses');
    if (way === 'answers undefined') return undefined;
    await (way === 'is held' ? held.promise : new Promise((resolve) => setTimeout(resolve, hangMs)));
    return real(asked);
  };
  Object.defineProperty(chrome.storage.local, call, { value: broken, configurable: true, writable: true });
  fault.heal = () => {
    Object.defineProperty(chrome.storage.local, call, { value: real, configurable: true, writable: true });
    if (way === 'is held') Reflect.set(globalThis, 'setTimeout', realTimeout);
    held.resolve();
    before?.heal();
  };
  Reflect.set(globalThis, 'fault', fault);
}

/** From here on the worker's storage fails so. */
export const inject = (worker: Worker, fault: Fault) => worker.evaluate(breakStorage, { ...fault, hangMs });
/** How many calls failed so far, of the fault that came last. */
export const hits = (worker: Worker): Promise<number> =>
  worker.evaluate(() => Reflect.get(globalThis, 'fault').hit);
/** The worker's storage is as it was. */
export const heal = (worker: Worker) => worker.evaluate(() => Reflect.get(globalThis, 'fault').heal());
