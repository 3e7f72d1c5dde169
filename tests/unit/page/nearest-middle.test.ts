import { expect, it } from 'vitest';
import { nearestMiddle } from '../../../lib/page/nearest-middle.ts';
import type { PageMention } from '../../../lib/page/page-mention.ts';

const at = (text: string, top: number) => ({
  mention: { text } as PageMention,
  parts: [{ left: 0, top, right: 60, bottom: top + 20 }],
});

it.each([
  { why: 'nothing is seen', seen: [], text: undefined },
  { why: 'one', seen: [at('$A', 900)], text: '$A' },
  { why: 'the nearest, above or below', seen: [at('$A', 10), at('$B', 250), at('$C', 500)], text: '$B' },
  { why: 'the first of two on a line', seen: [at('$A', 290), at('$B', 290)], text: '$A' },
])('the mention nearest the middle: $why', ({ seen, text }) =>
  expect(nearestMiddle(seen, 600)?.text).toBe(text),
);
