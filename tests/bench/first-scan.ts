import { article, lines, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { type Aim, atLeast, atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { load } from './load.ts';
import { shown } from './shown.ts';
import type { Recording } from './trace.ts';
import { byTurns, peers, shownAs, type Variant } from './variants.ts';

interface Case {
  name: string;
  html: string;
  variants: readonly Variant[];
  paints: boolean;
}

const alone = ['none', 'floor', 'Underline'] as const;
const all = [...alone, ...peers] as const;

const cases = (): Case[] => [
  { name: 'article', html: article(), variants: all, paints: true },
  { name: 'timeline', html: timeline(), variants: all, paints: true },
  { name: '200,000 nodes, no sigil', html: lines(100_000, 0), variants: alone, paints: false },
  { name: 'dense page, 20 mentions', html: lines(99_000, 20), variants: alone, paints: true },
];

/** From the end of the document until everything is found and painted. */
export async function firstScan(benches: Benches): Promise<Section> {
  const rows: (string | number)[][] = [];
  const aims: Aim[] = [];
  for (const { name, html, variants, paints } of cases()) {
    const measured = await byTurns(benches.rounds, variants, (variant) =>
      load(benches, variant, html, { paints }),
    );
    const median = (variant: Variant, of: (recording: Recording) => number) =>
      spread(measured[variant].map(of)).median;
    const script = (variant: Variant) => spread(measured[variant].map((recording) => recording.script));
    const unasked = median('none', ({ rendering }) => rendering);
    /** What the page has itself to paint at its end does not count. */
    const endToEnd = (variant: Variant) =>
      spread(
        measured[variant].map((recording) => recording.script + Math.max(0, recording.rendering - unasked)),
      );
    const floor = script('floor').median;
    const evaluation = median('Underline', (recording) => recording.evaluation);
    for (const variant of variants) {
      const whole = endToEnd(variant);
      rows.push([
        name,
        shownAs[variant],
        shown(script(variant)),
        ms(script(variant).median / floor),
        shown(whole),
        ms(whole.median / floor),
        ms(median(variant, ({ tasks }) => Math.max(...tasks.map(({ cpu }) => cpu)))),
      ]);
    }
    const ours = endToEnd('Underline').median;
    if (variants === all) {
      const fastest = Math.min(...peers.map((peer) => endToEnd(peer).median));
      aims.push(
        atMost(`${name}: first scan and paint, against the floor`, 2.5, ours / floor, ' ×'),
        atLeast(`${name}: times faster than the fastest peer, end to end`, 2.5, fastest / ours, ' ×'),
      );
    } else {
      const most = paints ? 0.25 : 0.5;
      const reading = script('Underline').median - evaluation;
      aims.push(
        atMost(`${name}: script without its evaluation, against the floor`, most, reading / floor, ' ×'),
      );
    }
  }
  return {
    title: 'First scan and paint',
    text: [
      'From the end of the document, when the page itself is laid out and painted already, until all is still. The floor ' +
        'is one `TreeWalker` pass with one sigil test for each text node, in a world beside the page’s as content scripts ' +
        'live in; peers are given the same pattern and run in such a world too, without the time to load them. Underline’s ' +
        'time includes loading its script. Script is all JavaScript on the main thread; end to end adds the style, layout ' +
        'and paint over those of a page without any extension. Milliseconds of processor time, median (least–most), each ' +
        `round on a fresh page in a new process (cold), ${benches.rounds} rounds by turns. “No extension” shows what the ` +
        'measurement itself adds; the peers show that it sees a cost.',
      table(['page', 'variant', 'script', '× floor', 'end to end', '× floor', 'longest task'], rows),
    ].join('\n\n'),
    aims,
  };
}
