const sliceMs = 4;

/** Lets the page's own work go first. Not by `scheduler.yield`: what goes on after it comes before the page's timers. */
function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

/** Runs the steps of `work` in slices of at most 4 ms, yielding to the page in between, until done or aborted. */
export async function inSlices(work: Iterator<unknown>, signal: AbortSignal): Promise<void> {
  let sliceEnd = performance.now() + sliceMs;
  while (!signal.aborted && !work.next().done) {
    if (performance.now() < sliceEnd) continue;
    await yieldToPage();
    sliceEnd = performance.now() + sliceMs;
  }
}
