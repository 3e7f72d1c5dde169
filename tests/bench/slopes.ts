import { lines, timeline } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { fillLibrary } from './large-library.ts';
import { load } from './load.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

const nodes = ['10000', '50000', '100000', '200000'] as const;
const libraries = ['10', '1000', '50000'] as const;
/** Half the nodes are text, and one of a hundred texts holds a mention. */
const pageOf = (count: string) => lines(Number(count) / 2, Number(count) / 200);

/** How the cost grows with the page and with the library. */
export async function slopes(benches: Benches): Promise<Section> {
  const bySize = await byTurns(benches.rounds, nodes, async (count) => {
    const { script, evaluation, rendering } = await load(benches, 'Underline', pageOf(count), {
      paints: true,
    });
    return { script: script - evaluation, rendering };
  });
  const perThousand = (count: (typeof nodes)[number]) =>
    (1000 * spread(bySize[count].map(({ script }) => script)).median) / Number(count);

  const html = timeline();
  const filled: Record<string, Benches> = {};
  for (const size of libraries) {
    const opened = await benches.another();
    const projects = Math.ceil(Number(size) / 10);
    await fillLibrary(opened.popup, { projects, aliasesEach: Number(size) / projects, notesEach: 0 });
    await opened.popup.goto('about:blank');
    filled[size] = { ...benches, underline: opened };
  }
  const byLibrary = await byTurns(benches.rounds, libraries, async (size) => {
    const { script, evaluation } = await load(filled[size] ?? benches, 'Underline', html, { paints: true });
    return script - evaluation;
  });
  for (const { underline } of Object.values(filled)) await underline.context.close();
  /** Microseconds: the page has 10,000. */
  const perMention = (size: (typeof libraries)[number]) => spread(byLibrary[size]).median / 10;

  return {
    title: 'What the cost grows with',
    text: [
      'The first scan of pages of lines, half of the nodes text, a mention in each hundredth, by their number of nodes; then ' +
        'that of the timeline with 10,000 mentions, by the number of aliases kept. Script without its evaluation, ' +
        `milliseconds of processor time, median (least–most), ${benches.rounds} rounds by turns. The growth with the page is the ` +
        'control of the library’s.',
      table(
        ['nodes', 'script', 'a thousand nodes', 'style, layout and paint'],
        nodes.map((count) => [
          Number(count).toLocaleString('en'),
          shown(spread(bySize[count].map(({ script }) => script))),
          ms(perThousand(count)),
          shown(spread(bySize[count].map(({ rendering }) => rendering))),
        ]),
      ),
      table(
        ['aliases kept', 'script', 'µs a mention'],
        libraries.map((size) => [
          Number(size).toLocaleString('en'),
          shown(spread(byLibrary[size])),
          ms(perMention(size)),
        ]),
      ),
    ].join('\n\n'),
    aims: [
      atMost(
        'a thousand nodes, on 200k nodes against 10k',
        1.25,
        perThousand('200000') / perThousand('10000'),
        ' ×',
      ),
      atMost('a mention, with 50,000 aliases against 10', 1.1, perMention('50000') / perMention('10'), ' ×'),
    ],
  };
}
