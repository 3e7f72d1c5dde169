import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBreak } from '../../../lib/library/json-break.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  it.each<[string, number, number, string]>([
    ['', 1, 1, 'nothing at all'],
    ['{"a" 1}', 1, 6, 'no colon'],
    ['{"a":1,}', 1, 8, 'a comma too much in an object'],
    ['[1,]', 1, 4, 'a comma too much in a list'],
    ['[1 2]', 1, 4, 'no comma'],
    ['[\n  1,\n  tru\n]', 3, 3, 'half a word'],
    ['{"a":[1}', 1, 8, 'closed with the wrong bracket'],
    ['{a:1}', 1, 2, 'a name without quotes'],
    ["{'a':1}", 1, 2, 'other quotes'],
    ['["a\nb"]', 1, 2, 'a line break inside a text'],
    ['["\\x"]', 1, 2, 'an unknown escape'],
    ['[01]', 1, 3, 'a number with a leading zero'],
    ['[1.]', 1, 3, 'a number that ends in a point'],
    ['{} x', 1, 4, 'more after the end'],
    ['[1', 1, 3, 'cut'],
    ['["abc', 1, 2, 'cut inside a text'],
  ])('%j is line %i, column %i: %s', (text, line, column) => {
    expect(jsonBreak(text)).toEqual({ line, column });
  });

  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '"',
    '1',
    '-',
    '0.5e3',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
  );

  it('is nowhere exactly if the engine reads it', () => {
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.json(),
      fc.tuple(fc.json(), fc.nat(30)).map(([json, at]) => json.slice(0, at)),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        expect(jsonBreak(candidate) === null).toBe(isJson(candidate));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is found after a very long text and in very deep nesting', () => {
    expect(jsonBreak(`["${'x'.repeat(20_000_000)}",]`)).toEqual({ line: 1, column: 20_000_005 });
    expect(jsonBreak('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 });
  });
});
