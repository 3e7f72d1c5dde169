import { floor } from '../../eval/harness/floor.ts';
import { wrapWithFindAndReplace, wrapWithMarkJs, wrapWithSpans, wrapWithTwitterText } from './peers.ts';

/** What the benchmark runs in a world beside the page's. */
const harness = {
  floor,
  'mark.js': wrapWithMarkJs,
  findAndReplaceDOMText: wrapWithFindAndReplace,
  'twitter-text': wrapWithTwitterText,
  spans: wrapWithSpans,
};

declare global {
  var underlineBench: typeof harness;
}

globalThis.underlineBench = harness;
