/** Milliseconds from an act to each step that the page saw; `pause`: the longest that its own work had to wait. */
export type Steps = Record<string, number>;

export interface Stopwatch {
  /** Puts a post in the slot at the start of a frame; resolves shortly after its mention is tinted. */
  insert(html: string): Promise<Steps>;
  /** From the pointer's next movement or press on, times a card that comes into reach at this point, or goes out of it. */
  expect(act: 'opening' | 'closing', x: number, y: number): void;
  /** Resolves when what was expected is over. */
  steps(): Promise<Steps>;
}

/** Runs in a page, as its first script: times all that a page sees Underline do. Reaches nothing outside. */
export function startStopwatch(): void {
  /** How long the page's work is watched after the last step, for what follows it unseen. */
  const afterwards = 30;
  let began = Number.NaN;
  let steps: Steps = {};
  let expected: Promise<Steps> = Promise.resolve({});

  const mark = (step: string) => {
    if (!Number.isNaN(began)) steps[step] ??= performance.now() - began;
  };
  for (const type of ['beforetoggle', 'toggle']) addEventListener(type, () => mark(type), true);
  for (const type of ['pointermove', 'pointerdown'] as const) {
    const start = ({ timeStamp }: Event) => {
      if (Number.isNaN(began)) began = timeStamp;
    };
    addEventListener(type, start, true);
  }

  /** Takes every turn that the page gets until the step is seen, and a little longer. */
  const watch = (step: string, isThere: () => boolean): Promise<Steps> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      let turn = performance.now();
      let pause = 0;
      let end = Number.POSITIVE_INFINITY;
      port1.onmessage = () => {
        const now = performance.now();
        if (!Number.isNaN(began)) pause = Math.max(pause, now - turn);
        turn = now;
        if (end === Number.POSITIVE_INFINITY && isThere()) {
          mark(step);
          end = now + afterwards;
        }
        if (now < end) port2.postMessage(null);
        else resolve({ ...steps, pause });
      };
      port2.postMessage(null);
    });

  const isTinted = () => {
    const slot = document.querySelector('#slot');
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    return ranges.some(({ startContainer }) => slot?.contains(startContainer));
  };

  const stopwatch: Stopwatch = {
    insert: (html) =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          steps = {};
          const slot = document.querySelector('#slot') as Element;
          slot.innerHTML = html;
          began = performance.now();
          resolve(watch('tinted', isTinted));
        });
      }),
    expect(act, x, y) {
      began = Number.NaN;
      steps = {};
      const isReachable = () => document.elementFromPoint(x, y)?.matches(':popover-open') ?? false;
      expected = watch('reach', () => !Number.isNaN(began) && isReachable() === (act === 'opening'));
    },
    steps: () => expected,
  };
  Object.assign(window, { stopwatch });
}

declare global {
  interface Window {
    /** Made by `startStopwatch`. */
    stopwatch: Stopwatch;
  }
}
