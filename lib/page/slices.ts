const sliceMs = 4;

/** Lets the page's own work go first. Not by `scheduler.yield`: what goes on after it comes before the page's timers. */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

/**
 * Runs the steps of `work` in slices of at most 4 ms, yielding to the page in between, until done or aborted. Answers how
 * long it was at work, in milliseconds.
 */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<number> {
  let begun = performance.now();
  let took = 0;
  while (!signal.aborted && !work.next().done) {
    if (performance.now() - begun < sliceMs) continue;
    took += performance.now() - begun;
    await yieldToPage();
    begun = performance.now();
  }
  return took + performance.now() - begun;
}
