/** How a piece of work shared the thread with the page. Times in milliseconds. */
export interface Sharing {
  /** From start to end. */
  wall: number;
  /** Of that, at work. */
  work: number;
  yields: number;
  /** The longest time at work without a yield. */
  longest: number;
}

/** Runs `work` and tells how it yielded: each `MessageChannel` made meanwhile is the end of one slice. */
export async function timeSharing(work: () => Promise<unknown>): Promise<Sharing> {
  const Native = globalThis.MessageChannel;
  let sliceStart = 0;
  let waited = 0;
  let longest = 0;
  let yields = 0;
  globalThis.MessageChannel = class extends Native {
    constructor() {
      const sliceEnd = performance.now();
      super();
      yields += 1;
      longest = Math.max(longest, sliceEnd - sliceStart);
      // Comes before the handler that goes on with the work.
      this.port1.addEventListener('message', () => {
        sliceStart = performance.now();
        waited += sliceStart - sliceEnd;
      });
    }
  };
  try {
    const begun = performance.now();
    sliceStart = begun;
    await work();
    const end = performance.now();
    const wall = end - begun;
    return { wall, work: wall - waited, yields, longest: Math.max(longest, end - sliceStart) };
  } finally {
    globalThis.MessageChannel = Native;
  }
}
