import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, packAll, unpack, unpackAll } from '../../../lib/extension/packed.ts';

const large = { list: Array.from({ length: 500 }, (_, at) => ({ id: `id-${at}`, note: null })) };

describe('a record', () => {
  it.each([
    ['small', { a: 1 }],
    ['large', large],
    ['a list', Array.from({ length: 2_000 }, (_, at) => at)],
    ['a text', 'half'],
    ['a text that looks packed', 'json:{"a":1}'],
    ['a text that looks packed and is none', 'json:{'],
    ['a number', 7],
    ['nothing', null],
  ])('that is %s comes back as it was', (_, record) => {
    expect(unpack(pack(record))).toEqual(record);
  });

  it('of any shape comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (record) => {
        expect(JSON.stringify(unpack(pack(record)))).toBe(JSON.stringify(record));
      }),
    );
  });

  it('is one text only where it is large', () => {
    expect(typeof pack(large)).toBe('string');
    expect(pack({ a: 1 })).toEqual({ a: 1 });
  });

  it('is one text where many are saved together, whatever its size', () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`note:${at}`, { at }]));
    const packed = packAll(many);
    expect(new Set(Object.values(packed).map((record) => typeof record))).toEqual(new Set(['string']));
    expect(unpackAll(packed)).toEqual(many);
    expect(packAll({ 'note:1': { at: 1 } })).toEqual({ 'note:1': { at: 1 } });
  });

  it('whose text was cut stays as it was found', () => {
    const cut = String(pack(large)).slice(0, 1_000);
    expect(unpackAll({ index: cut, other: 1 })).toEqual({ index: cut, other: 1 });
  });
});
