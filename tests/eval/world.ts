import type { Page } from 'playwright-core';

/** What one question to a page answered, and what it cost. */
export interface Timed<T> {
  value: T;
  /** Processor time of the page's main thread in milliseconds: what else runs on the machine does not count. */
  cpu: number;
}

/** A world beside the page's own, as a content script lives in, with the harness in it. */
export interface World {
  time<T>(expression: string): Promise<Timed<T>>;
}

export async function openWorld(page: Page, harness: string): Promise<World> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'eval',
  });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
  };
  const time = async <T>(expression: string): Promise<Timed<T>> => {
    const before = await threadTime();
    const value: T = await evaluate(expression);
    return { value, cpu: (await threadTime()) - before };
  };

  await evaluate(`${harness};0`);
  // Asking costs something too, above all the first time.
  await time('0');
  const asking = Math.min((await time<number>('0')).cpu, (await time<number>('0')).cpu);
  // What loading left to do is done before the clock starts.
  await evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
  return {
    async time<T>(expression: string) {
      const timed = await time<T>(expression);
      return { ...timed, cpu: Math.max(0, timed.cpu - asking) };
    },
  };
}
