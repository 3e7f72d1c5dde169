import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tag } from '../../../lib/library/schema.ts';
import { findTags, foldTags, tagKey } from '../../../lib/library/tags.ts';
import { typedTags } from '../../../lib/library/typed-tags.ts';

describe('a tag', () => {
  it.each([
    ['a word', 'defi', 'defi'],
    ['in any script', '标签', '标签'],
    ['several words', 'to read', 'to read'],
    ['with blanks around it', '  l2 ', 'l2'],
    ['the longest', 'x'.repeat(40), 'x'.repeat(40)],
    ['the name of what every object has', '__proto__', '__proto__'],
    ['HTML', '<img src=x>', '<img src=x>'],
    ['blanks alone', '  ', null],
    ['nothing', '', null],
    ['too long', 'x'.repeat(41), null],
    ['a line break', 'a\nb', null],
    ['a separator of lines', 'a\u2028b', null],
    ['a control character', 'a\u0007b', null],
    ['a number', 7, null],
  ])('%s: %j', (_, written, wanted) => {
    expect(Tag.safeParse(written).data ?? null).toBe(wanted);
  });

  it.each([
    ['DeFi', 'defi'],
    ['ＤｅＦｉ', 'defi'],
    ['ÉMILE', 'e\u0301mile'],
    ['ﬁ', 'FI'],
  ])('%j and %j are one', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  it('is there once, as it was written first, in an order of its own', () => {
    expect(foldTags(['l2', 'DeFi', 'defi', 'ＤＥＦＩ', '__proto__'])).toEqual(['__proto__', 'DeFi', 'l2']);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 4, unit: 'grapheme' })), (tags) => {
        const folded = foldTags(tags);
        expect(new Set(folded.map(tagKey))).toEqual(new Set(tags.map(tagKey)));
        expect(folded).toHaveLength(new Set(tags.map(tagKey)).size);
        expect(foldTags(folded)).toEqual(folded);
      }),
    );
  });
});

describe('what is typed', () => {
  it.each<[string, boolean, string[], string]>([
    ['defi', false, [], 'defi'],
    ['defi', true, ['defi'], ''],
    ['defi,', false, ['defi'], ''],
    ['to read, l2', false, ['to read'], 'l2'],
    ['to ', false, [], 'to '],
    ['a;b、c\td\ne', true, ['a', 'b', 'c', 'd', 'e'], ''],
    [' , ,', false, [], ''],
    ['a,a', true, ['a'], ''],
    ['two   blanks', true, ['two blanks'], ''],
    ['bell\u0007', true, ['bell'], ''],
  ])('%j (done: %j)', (typed, done, tags, rest) => {
    expect(typedTags(typed, done)).toEqual({ tags, rest });
  });
});

describe('tags in use', () => {
  it('are found by any part, what begins so first, then what most have', () => {
    const used = ['ai', 'rail', 'Aim', 'l2'].map((tag, at) => ({ key: tagKey(tag), tag, count: at }));
    expect(findTags(used, ' AI ').map(({ tag }) => tag)).toEqual(['Aim', 'ai', 'rail']);
    expect(findTags(used, '').map(({ tag }) => tag)).toEqual(['l2', 'Aim', 'rail', 'ai']);
  });
});
