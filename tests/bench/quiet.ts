import type { CDPSession } from 'playwright-core';

const windowMs = 150;
const windows = 4;
/** More than asking costs the page each time, in milliseconds. */
const stirring = 2;

/** Milliseconds of processor time that the page's main thread has had since it began. */
export async function threadTime(session: CDPSession): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
}

/** Waits until the page's main thread did next to nothing for 600 ms. */
export async function quiet(session: CDPSession): Promise<void> {
  let still = 0;
  let before = await threadTime(session);
  while (still < windows) {
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    const now = await threadTime(session);
    still = now - before < stirring ? still + 1 : 0;
    before = now;
  }
}
