import { watchBrowser } from './browser.ts';
import { claim, lookAtVisibility, watchElements } from './elements.ts';
import { watchEvents } from './events.ts';
import { countFacts, type Log, log, note } from './log.ts';
import { lookAtRest, watchSamples } from './samples.ts';

/** What the page can be told; the hostile page's own interface. */
export interface Observer {
  log: Log;
  /** Resolves when nothing was observed for this many frames in a row; then all the rest was looked at too. */
  quiet(frames: number): Promise<void>;
  /** Puts a post in as the page's own. */
  insert(html: string): void;
  /** Looks at what is too slow to look at in each frame, or answers later. */
  probe(words: string[]): Promise<void>;
}

for (const watch of [watchElements, watchEvents, watchBrowser, watchSamples]) watch();
for (const channel of ['find', 'locks']) note(channel);

const observer: Observer = {
  log,
  quiet: (frames) =>
    new Promise((resolve) => {
      let left = frames;
      let before = countFacts();
      const look = () => {
        left = countFacts() === before ? left - 1 : frames;
        before = countFacts();
        if (left > 0) return void requestAnimationFrame(look);
        lookAtRest();
        resolve(lookAtVisibility());
      };
      requestAnimationFrame(look);
    }),
  insert(html) {
    const post = document.createElement('div');
    post.innerHTML = html;
    claim(post);
    document.body.prepend(post);
  },
  async probe(words) {
    for (const word of words) {
      const found: boolean = Reflect.get(window, 'find').call(window, word, false, false, true);
      note('find', `${word}: ${found}`);
    }
    getSelection()?.removeAllRanges();
    const { held = [], pending = [] } = await navigator.locks.query();
    note('locks', JSON.stringify([held, pending].map((locks) => locks.map(({ name }) => name))));
    for (const { entryType, name } of performance.getEntries()) {
      if (entryType === 'resource') note('performance', `now ${entryType} ${name}`);
    }
  },
};
Object.assign(window, { observer });
