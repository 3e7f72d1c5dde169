import { floor, timeFlood, timeScan } from './floor.ts';
import { hitsByFinder, ourHits } from './hits.ts';
import { markJsFinds } from './mark-js.ts';
import { prepareScan } from './scan.ts';

/** What the evaluation asks of a page. */
const harness = {
  hitsByFinder,
  markJsFinds: (texts: string[]) => texts.map(markJsFinds),
  floor,
  prepareScan,
  timeScan,
  timeFlood,
  scannedHits: ourHits,
};

declare global {
  var underlineEval: typeof harness;
}

globalThis.underlineEval = harness;
