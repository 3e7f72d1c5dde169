import type { Page, Worker } from '@playwright/test';

interface CopyFault {
  /** Writes of the second copy that hold a key that begins so are taken back by the browser; so many of them. */
  key: string;
  times: number;
  /** The mark that the copy is not complete can not be written by itself, only together with records. */
  marks?: true;
}

/** Makes the second copy's database fail, wherever this runs. */
function breakCopy({ key, times, marks }: CopyFault) {
  const { put } = IDBObjectStore.prototype;
  const withRecords = new WeakSet<IDBTransaction>();
  let left = times;
  IDBObjectStore.prototype.put = function (value, at) {
    if (this.name === 'records') withRecords.add(this.transaction);
    if (marks && this.name === 'marks' && !withRecords.has(this.transaction))
      throw new DOMException('The disk is full', 'QuotaExceededError');
    const asked = put.call(this, value, at);
    if (this.name === 'records' && left > 0 && String(at).startsWith(key)) {
      left -= 1;
      this.transaction.abort();
    }
    return asked;
  };
}

/** From here on the worker's second copy fails so. */
export const injectCopy = (worker: Worker, fault: CopyFault) => worker.evaluate(breakCopy, fault);
/** What the background says of the library. A worker that was just stopped answers nobody: then it is asked again. */
export const healthOf = (page: Page): Promise<{ problem: { kind: string } | null; mirror: string }> =>
  page.evaluate(async () => {
    for (;;) {
      const outcome = await chrome.runtime.sendMessage({ type: 'askHealth' }).catch(() => null);
      if (outcome?.answer) return outcome.answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

/**
 * Makes the day's backup now. By itself it comes a second after the last save, reads every record, and may be the one that
 * meets a fault made for somebody else.
 */
export const backUp = (page: Page): Promise<unknown> =>
  page.evaluate(() => chrome.runtime.sendMessage({ type: 'backUp' }));
