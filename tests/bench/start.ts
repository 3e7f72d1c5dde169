import { statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPath } from '../../scripts/build.mjs';
import { blank } from '../eval/generated-pages.ts';
import { spread } from '../eval/median.ts';
import { atMost, type Section, table } from '../eval/report.ts';
import type { Benches } from './browsers.ts';
import { load } from './load.ts';
import { shown } from './shown.ts';
import { byTurns } from './variants.ts';

/** What every page pays, whether or not anything is on it. */
export async function start(benches: Benches): Promise<Section> {
  const kilobytes = statSync(join(extensionPath, 'page.js')).size / 1000;
  const html = blank();
  const measured = await byTurns(benches.rounds, ['1', '4'] as const, (throttle) =>
    load(benches, 'Underline', html, { throttle: Number(throttle) }),
  );
  const evaluation = (throttle: '1' | '4') =>
    spread(measured[throttle].map((recording) => recording.evaluation));
  const script = (throttle: '1' | '4') => spread(measured[throttle].map((recording) => recording.script));
  return {
    title: 'Start of the content script',
    text: [
      `On a page with next to no text. The script is ${kilobytes.toFixed(1)} kB. Evaluation: compiling and running it once; all: ` +
        'what else it does there too. Milliseconds of processor time, median (least–most), ' +
        `${benches.rounds} rounds on fresh pages. The throttled row shows that the measurement follows the cost.`,
      table(
        ['processor', 'evaluation', 'all'],
        (['1', '4'] as const).map((throttle) => [
          throttle === '1' ? 'as it is' : '4 × throttled',
          shown(evaluation(throttle)),
          shown(script(throttle)),
        ]),
      ),
    ].join('\n\n'),
    aims: [
      atMost('content script, size', 30, kilobytes, ' kB'),
      atMost('content script, evaluation', 1.5, evaluation('1').median, ' ms'),
      atMost('content script, evaluation, 4 × throttled', 6, evaluation('4').median, ' ms'),
    ],
  };
}
