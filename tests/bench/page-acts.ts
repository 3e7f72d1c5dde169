// Each of these runs in a page, in its own world, and reaches nothing outside itself.

/** Puts a clock on top of the page. */
export async function addClock(): Promise<void> {
  const clock = document.createElement('div');
  clock.id = 'clock';
  clock.textContent = '0';
  document.body.prepend(clock);
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
}

/** Writes another number into the clock in each frame. */
export async function mutateEachFrame(frames: number): Promise<void> {
  const clock = document.querySelector('#clock');
  for (let frame = 0; frame < frames && clock; frame++) {
    await new Promise((next) => requestAnimationFrame(next));
    clock.textContent = `${frame}`;
  }
}

/** Registers a range for every word with a sigil on the page: what Underline must not do. */
export function registerAll(): void {
  const all = new Highlight();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { index, 0: found } of (node as Text).data.matchAll(/[$@#]\w+/g))
      all.add(
        new StaticRange({
          startContainer: node,
          startOffset: index,
          endContainer: node,
          endOffset: index + found.length,
        }),
      );
  CSS.highlights.set('all', all);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(all) { background-color: rgb(240 180 40 / 0.22) }');
  document.adoptedStyleSheets.push(sheet);
}

export interface Served {
  /** Frames that the page was given. */
  frames: number;
  /** How long each press waited for the page, in milliseconds by the clock. */
  delays: number[];
}

/** Begins to count how the page is served; its `servedSoFar` tells. */
export function watchServing(): void {
  const served: Served = { frames: 0, delays: [] };
  const count = () => {
    served.frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  addEventListener('pointerdown', ({ timeStamp }) => served.delays.push(performance.now() - timeStamp), true);
  Reflect.set(window, 'servedSoFar', () => served);
}

export const servedSoFar = (): Served => Reflect.get(window, 'servedSoFar')();

/** Puts these posts on top of the page, some at once, in even intervals, and takes away old ones at its end. */
export async function streamPosts({
  posts,
  atOnce,
  everyMs,
  most,
}: {
  posts: string[];
  atOnce: number;
  everyMs: number;
  most: number;
}): Promise<void> {
  await new Promise<void>((done) => {
    let at = 0;
    const timer = setInterval(() => {
      document.body.insertAdjacentHTML('afterbegin', posts.slice(at, at + atOnce).join(''));
      while (document.body.childElementCount > most) document.body.lastElementChild?.remove();
      at += atOnce;
      if (at < posts.length) return;
      clearInterval(timer);
      done();
    }, everyMs);
  });
}

/** Changes the text of the first 40 `<time>`, one after the other, so many a second. */
export async function tickPrices({ aSecond, seconds }: { aSecond: number; seconds: number }): Promise<void> {
  const prices = [...document.querySelectorAll('time')].slice(0, 40);
  await new Promise<void>((done) => {
    const begun = performance.now();
    let changes = 0;
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - begun) / 1000) * aSecond);
      for (; changes < due; changes++) {
        const price = prices[(changes * 7) % prices.length];
        if (price?.firstChild instanceof Text) price.firstChild.data = `${1000 + changes}.${changes % 100}`;
      }
      if (changes < aSecond * seconds) return;
      clearInterval(timer);
      done();
    }, 1000 / aSecond);
  });
}

/** Scrolls a list whose rows are the same elements all along, each given the text of another post as it comes in. */
export async function reuseRows({ texts, frames }: { texts: string[]; frames: number }): Promise<void> {
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  const height = 30;
  for (let frame = 0; frame < frames; frame++) {
    await new Promise((next) => requestAnimationFrame(next));
    const scrolled = frame * 7;
    for (const [at, row] of rows.entries()) {
      // The row that left the top comes in again at the bottom.
      const turn = Math.floor((scrolled / height - at) / rows.length) + 1;
      const place = at + turn * rows.length;
      const text = texts[place % texts.length] ?? '';
      if (row.textContent !== text) row.textContent = text;
      row.style.transform = `translateY(${place * height - scrolled}px)`;
    }
  }
}

/** Changes one text node in each of many tasks, or many in one task. */
export async function changeTexts({
  selector,
  texts,
  tasks,
  each,
}: {
  selector: string;
  texts: [string, string];
  tasks: number;
  each: number;
}): Promise<void> {
  const nodes = [...document.querySelectorAll(selector)].flatMap(({ firstChild }) =>
    firstChild instanceof Text ? [firstChild] : [],
  );
  if (nodes.length === 0) throw new Error(`There is no text in ${selector}.`);
  const { port1, port2 } = new MessageChannel();
  for (let task = 0; task < tasks; task++) {
    await new Promise<void>((next) => {
      port1.onmessage = () => next();
      port2.postMessage(null);
    });
    for (let at = 0; at < each; at++) {
      const node = nodes[(task * each + at) % nodes.length];
      if (node) node.data = texts[(task + at) % 2] ?? '';
    }
  }
}

/** Wraps mentions in spans as they come, the way most highlighters do: what Underline must not do. */
export function wrapAsTheyCome(): void {
  const pattern = /(?<![\w$@#&/.])[$@#][A-Za-z]\w{0,29}/g;
  const wrapIn = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode())
      if (node instanceof Text && !node.parentElement?.hasAttribute('data-wrapped')) nodes.push(node);
    for (const node of nodes)
      for (const { index, 0: found } of [...node.data.matchAll(pattern)].reverse()) {
        const part = node.splitText(index);
        part.splitText(found.length);
        const span = document.createElement('span');
        span.dataset.wrapped = '';
        span.style.backgroundColor = 'rgb(240 180 40 / 0.22)';
        part.replaceWith(span);
        span.append(part);
      }
  };
  wrapIn(document.body);
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof Text) wrapIn(target);
      for (const node of addedNodes) if (node.isConnected) wrapIn(node);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Wastes so many microseconds with each batch of changes. */
export function burnOnChange(us: number): void {
  new MutationObserver(() => {
    const end = performance.now() + us / 1000;
    while (performance.now() < end);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Asks the browser for the text under the pointer with each movement: what Underline must not do. */
export function askForCaret(): void {
  addEventListener('pointermove', ({ clientX, clientY }) =>
    document.caretPositionFromPoint(clientX, clientY),
  );
}

/** Takes everything off the page. */
export const empty = (): void => document.body.replaceChildren();

/** Keeps ten million bytes that nothing can collect. */
export const keepTenMegabytes = (): void => {
  Reflect.set(
    window,
    'kept',
    Array.from({ length: 1_250_000 }, (_, at) => at + 0.5),
  );
};
