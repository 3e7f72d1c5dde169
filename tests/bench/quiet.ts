import type { CDPSession } from 'playwright-core';

const windowMs = 150;
const windows = 4;
/** Two minutes at least. */
const mostWindows = 800;
/** More than asking costs the page each time, in milliseconds. */
const stirring = 2;

async function metric(session: CDPSession, wanted: 'ThreadTime' | 'TaskDuration'): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN);
}

/** Milliseconds of processor time that the page's main thread has had since it began. */
export const threadTime = (session: CDPSession): Promise<number> => metric(session, 'ThreadTime');

/** Waits until the page's main thread did next to nothing for 600 ms; `throttle`: how many times slower it was made. */
export async function quiet(session: CDPSession, throttle = 1): Promise<void> {
  // By the time in tasks: a throttled thread burns its time when it is idle too.
  let before = await metric(session, 'TaskDuration');
  let still = 0;
  for (let window = 0; still < windows; window++) {
    if (window > mostWindows) throw new Error('The page never rests.');
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    const now = await metric(session, 'TaskDuration');
    still = now - before < stirring * throttle ? still + 1 : 0;
    before = now;
  }
}
