import type { CDPSession, Page } from 'playwright-core';
import { blank, posts, rows, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { type Aim, atLeast, atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { withReadyPage } from './load.ts';
import {
  reuseRows,
  type Served,
  servedSoFar,
  streamPosts,
  tickPrices,
  watchServing,
  wrapAsTheyCome,
} from './page-acts.ts';
import { shown } from './shown.ts';
import { type Recording, record } from './trace.ts';
import { byTurns } from './variants.ts';

const variants = ['none', 'Underline', 'spans'] as const;
const longMs = 50;
const pressEveryMs = 100;

type Live = Recording & Served;

interface Act {
  html: string;
  /** Whether mentions are on the page before it comes to life. */
  paints: boolean;
  run(page: Page): Promise<void>;
}

const acts = (): Record<'stream' | 'ticker' | 'rows', Act> => ({
  stream: {
    html: blank(),
    paints: false,
    run: (page) => page.evaluate(streamPosts, { posts: posts(5_000), atOnce: 50, everyMs: 100, most: 500 }),
  },
  ticker: {
    html: timeline(),
    paints: true,
    run: (page) => page.evaluate(tickPrices, { aSecond: 60, seconds: 5 }),
  },
  rows: {
    html: rows(40),
    paints: false,
    run: (page) => page.evaluate(reuseRows, { texts: posts(1_000).map(textOf), frames: 240 }),
  },
});

const textOf = (post: string): string => post.replaceAll(/<[^>]*>/g, ' ');

/** What Underline costs pages that never rest. */
export async function livePages(benches: Benches): Promise<Section> {
  const aims: Aim[] = [];
  const lines: (string | number)[][] = [];
  for (const [name, { html, paints, run }] of Object.entries(acts())) {
    const measured = await byTurns(benches.rounds, variants, (variant) =>
      withReadyPage(
        benches,
        variant === 'spans' ? 'none' : variant,
        html,
        async (page, session, { browser }): Promise<Live> => {
          if (variant === 'spans') await page.evaluate(wrapAsTheyCome);
          await page.evaluate(watchServing);
          let served: Served = { frames: 0, delays: [] };
          const recording = await record(browser, session, async () => {
            const stop = pressing(session);
            await run(page);
            served = await page.evaluate(servedSoFar);
            await stop();
          });
          if (variant === 'Underline' && recording.calls.length === 0)
            throw new Error('Underline did nothing on the page.');
          return { ...recording, ...served };
        },
        { paints },
      ),
    );
    const figures = (variant: (typeof variants)[number], of: (live: Live) => number) =>
      spread(measured[variant].map(of));
    const cpu = ({ cpu }: Live) => cpu;
    const none = figures('none', cpu).median;
    for (const variant of variants)
      lines.push([
        name,
        variant === 'none' ? 'no extension' : variant,
        shown(figures(variant, cpu)),
        ms(figures(variant, cpu).median / none),
        figures(variant, long).median,
        ms(figures(variant, ({ tasks }) => Math.max(...tasks.map(({ cpu }) => cpu))).median),
        figures(variant, ({ frames }) => frames).median,
        shown(figures(variant, p95)),
      ]);
    const ratio = figures('Underline', cpu).median / none;
    if (name === 'stream')
      aims.push(
        atMost('live timeline: main thread, against no extension', 1.1, ratio, ' ×'),
        atMost(
          'live timeline: long tasks added',
          0,
          figures('Underline', long).median - figures('none', long).median,
        ),
        atMost(
          'live timeline: input delay p95',
          2,
          figures('Underline', p95).median - figures('none', p95).median,
          ' ms more',
        ),
      );
    if (name === 'ticker')
      aims.push(
        atMost('price ticker: main thread, against no extension', 1.15, ratio, ' ×'),
        atLeast(
          'price ticker: frames, of those without an extension',
          99,
          (100 * figures('Underline', ({ frames }) => frames).median) /
            figures('none', ({ frames }) => frames).median,
          ' %',
        ),
      );
  }
  return {
    title: 'Pages that never rest',
    text: [
      'Stream: 50 posts come on top of the page every 100 ms for 10 s, and it keeps the newest 500. Ticker: a timeline with 10,000 mentions, and 60 text ' +
        'changes a second beside some of those in sight, for 5 s. Rows: a list scrolls for 240 frames, and its 40 rows are ' +
        'given the posts that come in. Main thread: milliseconds of processor time, everything included, median ' +
        `(least–most), ${benches.rounds} rounds by turns; × is the ratio of the medians to no extension. Long tasks are those ` +
        `above ${longMs} ms of processor time. Input delay: a press every ${pressEveryMs} ms, from the browser’s stamp to the ` +
        'page’s listener, by the clock, the 95th of a hundred. Control: mentions wrapped in spans as they come, by a script ' +
        'of the page.',
      table(
        ['page', 'variant', 'main thread', '×', 'long tasks', 'longest task', 'frames', 'input delay p95'],
        lines,
      ),
    ].join('\n\n'),
    aims,
  };
}

const long = ({ tasks }: Recording): number => tasks.filter(({ cpu }) => cpu > longMs).length;

function p95({ delays }: Served): number {
  const sorted = delays.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}

/** Presses the mouse in even intervals until it is told to stop. */
function pressing(session: CDPSession): () => Promise<void> {
  let pressed = Promise.resolve();
  const press = async () => {
    const at = { x: 1200, y: 700, button: 'left', clickCount: 1 } as const;
    await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  };
  const timer = setInterval(() => {
    pressed = pressed.then(press);
  }, pressEveryMs);
  return async () => {
    clearInterval(timer);
    await pressed;
  };
}
