/** Milliseconds from an act to each step that the page saw. */
export type Steps = Record<string, number>;

export interface Stopwatch {
  /** Puts a post in the slot; resolves when its mention is tinted and the intersection observer has spoken. */
  insert(html: string): Promise<Steps>;
  /** From the pointer's next movement on, takes the time of a card that comes into reach, or goes out of it. */
  expect(act: 'opening' | 'closing'): void;
  /** Resolves when what was expected is over. */
  steps(): Promise<Steps>;
  /** Takes away every element that Underline put in. */
  clear(): void;
}

interface Act {
  /** By this clock; not a number until the pointer moves. */
  began: number;
  steps: Steps;
  mutations: number;
  /** When the page last had its turn, and the longest it had to wait for one: work of others shows in it. */
  turn: number;
  longestPause: number;
  /** Looked at again and again, because nobody tells of it. */
  polled: Record<string, () => boolean>;
  until: readonly string[];
  resolve(steps: Steps): void;
}

/** Runs in a page, as its first script: takes the time of all that a page sees Underline do. Reaches nothing outside. */
export function startStopwatch(): void {
  let act: Act | null = null;

  const mark = (step: string) => {
    if (act && !Number.isNaN(act.began)) act.steps[step] ??= performance.now() - act.began;
  };
  const isForeign = (node: Node) =>
    node instanceof Element && !/^(head|body)$/i.test(node.tagName) && !node.closest('head, body');
  const slot = () => document.querySelector('#slot') as Element;
  const isTinted = () =>
    [...CSS.highlights.values()].some((highlight) =>
      [...highlight].some(({ startContainer }) => slot().contains(startContainer)),
    );
  const isReachable = () => {
    const host = document.querySelector(':popover-open');
    if (!host) return false;
    const { left, top, width, height } = host.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === host;
  };

  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      const nodes = [...addedNodes, ...removedNodes];
      if (!act || !(isForeign(target) || nodes.some(isForeign)) || target === document.body) continue;
      if (target !== document.documentElement || nodes.some(isForeign)) mark(`mutation ${++act.mutations}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  for (const type of ['beforetoggle', 'toggle']) {
    addEventListener(type, (event) => mark(`${type} ${Reflect.get(event, 'newState')}`), true);
  }
  addEventListener(
    'pointermove',
    ({ timeStamp, isTrusted }) => {
      if (isTrusted && act && Number.isNaN(act.began)) act.began = timeStamp;
    },
    true,
  );
  const observer = new IntersectionObserver(() => mark('visibility reported'), {
    trackVisibility: true,
    delay: 100,
  } as IntersectionObserverInit);

  const look = () => {
    if (!act) return;
    const now = performance.now();
    if (!Number.isNaN(act.began)) {
      act.longestPause = Math.max(act.longestPause, now - act.turn);
      for (const [step, isThere] of Object.entries(act.polled)) if (isThere()) mark(step);
    }
    act.turn = now;
    const { until, steps, longestPause, resolve } = act;
    if (!until.every((step) => step in steps)) return void setTimeout(look);
    act = null;
    resolve({ ...steps, 'longest pause': longestPause });
  };
  const time = (polled: Act['polled'], until: Act['until'], began = Number.NaN): Promise<Steps> =>
    new Promise((resolve) => {
      act = {
        began,
        steps: {},
        mutations: 0,
        turn: performance.now(),
        longestPause: 0,
        polled,
        until,
        resolve,
      };
      setTimeout(look);
    });

  let expected: Promise<Steps> = Promise.resolve({});
  const stopwatch: Stopwatch = {
    insert(html) {
      observer.disconnect();
      slot().innerHTML = html;
      for (const element of slot().querySelectorAll('span')) observer.observe(element);
      return time({ tinted: isTinted }, ['tinted', 'visibility reported'], performance.now());
    },
    expect(act) {
      expected =
        act === 'opening'
          ? time({ reachable: isReachable }, ['reachable', 'toggle open'])
          : time({ 'out of reach': () => !isReachable() }, ['out of reach', 'toggle closed']);
    },
    steps: () => expected,
    clear() {
      for (const child of [...document.documentElement.children]) if (isForeign(child)) child.remove();
    },
  };
  Object.assign(window, { stopwatch });
}

declare global {
  interface Window {
    /** Made by `startStopwatch`. */
    stopwatch: Stopwatch;
  }
}
