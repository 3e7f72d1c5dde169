import { expect, test } from 'vitest';
import { count, f1, precision, recall, type Span, total, toUtf16 } from '../../eval/scoring.ts';

const cashtag = (start: number, end: number): Span => ({ kind: 'cashtag', start, end });
const hashtag = (start: number, end: number): Span => ({ kind: 'hashtag', start, end });

test.each<[why: string, found: Span[], gold: Span[], counts: [found: number, gold: number, both: number]]>([
  ['the same', [cashtag(0, 4)], [cashtag(0, 4)], [1, 1, 1]],
  ['in another order', [cashtag(5, 9), cashtag(0, 4)], [cashtag(0, 4), cashtag(5, 9)], [2, 2, 2]],
  ['one unit too long', [cashtag(0, 5)], [cashtag(0, 4)], [1, 1, 0]],
  ['starts elsewhere', [cashtag(1, 4)], [cashtag(0, 4)], [1, 1, 0]],
  ['another kind', [hashtag(0, 4)], [cashtag(0, 4)], [1, 1, 0]],
  ['missed', [], [cashtag(0, 4)], [0, 1, 0]],
  ['a trap', [cashtag(0, 4)], [], [1, 0, 0]],
  ['named twice counts once', [cashtag(0, 4), cashtag(0, 4)], [cashtag(0, 4)], [1, 1, 1]],
  ['nothing at all', [], [], [0, 0, 0]],
])('%s', (_, found, gold, [foundCount, goldCount, both]) => {
  expect(count(found, gold)).toEqual({ found: foundCount, gold: goldCount, both });
});

test('counts of several texts add up before anything is divided', () => {
  const sum = total([
    { found: 1, gold: 1, both: 1 },
    { found: 7, gold: 3, both: 1 },
  ]);
  expect(sum).toEqual({ found: 8, gold: 4, both: 2 });
  expect([precision(sum), recall(sum), f1(sum)]).toEqual([25, 50, 100 / 3]);
});

test('nothing found where nothing is, is all right; nothing found where something is, is not', () => {
  const nothing = total([]);
  expect([precision(nothing), recall(nothing), f1(nothing)]).toEqual([100, 100, 100]);
  const missed = { found: 0, gold: 2, both: 0 };
  expect([precision(missed), recall(missed), f1(missed)]).toEqual([100, 0, 0]);
});

test('code points before an offset may be two units each', () => {
  expect([toUtf16('a𝟘b', 0), toUtf16('a𝟘b', 1), toUtf16('a𝟘b', 2), toUtf16('a𝟘b', 3)]).toEqual([0, 1, 3, 4]);
});
