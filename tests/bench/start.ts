import { statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { blank } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, ms, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { load } from './load.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

/** What every page pays, whether or not anything is on it. */
export async function start(benches: Benches): Promise<Section> {
  const kilobytes = statSync(join(extensionPath, 'page.js')).size / 1000;
  const html = blank();
  const measured = await byTurns(
    benches.rounds,
    ['idle 1', 'Underline 1', 'idle 4', 'Underline 4'] as const,
    (which) => {
      const variant = which.startsWith('idle') ? 'idle' : 'Underline';
      return load(benches, variant, html, { throttle: which.endsWith('4') ? 4 : 1 });
    },
  );
  const evaluation = (which: keyof typeof measured) =>
    spread(measured[which].map((recording) => recording.evaluation));
  const script = (which: keyof typeof measured) =>
    spread(measured[which].map((recording) => recording.script));
  const more = (throttle: 1 | 4) =>
    evaluation(`Underline ${throttle}`).median - evaluation(`idle ${throttle}`).median;
  return {
    title: 'Start of the content script',
    text: [
      `On a page with next to no text. The script is ${kilobytes.toFixed(1)} kB. Evaluation: compiling and running it once, with the world ` +
        'that the browser makes for it; all: what else it does there too. An extension whose script does nothing shows what of that is the ' +
        `browser’s. Milliseconds of processor time, median (least–most), ${benches.rounds} rounds by turns on fresh pages. The throttled rows ` +
        'show that the measurement follows the cost.',
      table(
        ['processor', 'extension', 'evaluation', 'all', 'evaluation, more than nothing'],
        ([1, 4] as const).flatMap((throttle) =>
          (['idle', 'Underline'] as const).map((variant) => [
            throttle === 1 ? 'as it is' : '4 × throttled',
            variant === 'idle' ? 'does nothing' : variant,
            shown(evaluation(`${variant} ${throttle}`)),
            shown(script(`${variant} ${throttle}`)),
            variant === 'idle' ? '' : ms(more(throttle)),
          ]),
        ),
      ),
    ].join('\n\n'),
    aims: [
      atMost('content script, size', 30, kilobytes, ' kB'),
      atMost('content script, evaluation', 1.5, more(1), ' ms more'),
      atMost('content script, evaluation, 4 × throttled', 6, more(4), ' ms more'),
    ],
  };
}
