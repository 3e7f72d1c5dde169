/**
 * Has the work done now, or when so many milliseconds have passed since it was done last: once, however often it is asked
 * for meanwhile. `stop` drops what was asked for and not done yet.
 */
export function atMostEvery(ms: number, work: () => void): { ask(): void; stop(): void } {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const now = () => {
    timer = null;
    last = performance.now();
    work();
  };
  return {
    ask() {
      if (timer !== null) return;
      const wait = last + ms - performance.now();
      if (wait > 0) timer = setTimeout(now, wait);
      else now();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
