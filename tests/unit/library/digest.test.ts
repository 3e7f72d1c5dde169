import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, checksumOf, digestOf, noDigest, xor } from '../../../lib/library/digest.ts';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
    [[undefined], '[null]'],
    ['\ud800 "', '"\\ud800 \\""'],
    [-0, '0'],
  ])('of %j is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('holds the same data as JSON does, and only that decides', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('digests', () => {
  it('are SHA-256, as another program works it out', () => {
    // printf '"abc"' | sha256sum
    expect(checksumOf('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25');
    expect(digestOf('abc')).toBe('6cc43f858fbb763301637b5af970e2a4');
  });

  it('go into a checksum in any order, and out again', () => {
    const digest = fc.jsonValue().map(digestOf);
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 6 }), digest, (digests, one) => {
        const all = digests.reduce(xor, noDigest);
        expect(digests.toReversed().reduce(xor, noDigest)).toBe(all);
        expect(xor(xor(all, one), one)).toBe(all);
        expect(all).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });
});
