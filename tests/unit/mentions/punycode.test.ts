import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLabel } from '../../../lib/mentions/punycode.ts';

test.each([
  ['opengradient', 'opengradient', 'nothing to read'],
  ['xn--bcher-kva', 'bücher', 'one letter'],
  ['xn--e1afmkfd', 'пример', 'nothing but others'],
  ['xn--fiqs8s', '中国', 'Chinese'],
  ['xn--a_b', 'xn--a_b', 'not readable'],
  ['xn--', '', 'empty'],
])('%s → %s: %s', (label, read) => {
  expect(readLabel(label)).toBe(read);
});

test('what Node writes is read back', () => {
  let coded = 0;
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zа-яα-ω一-龠]{1,12}$/u), (label) => {
      const ascii = domainToASCII(label);
      if (ascii.startsWith('xn--')) coded += 1;
      if (ascii !== '') expect(readLabel(ascii)).toBe(label);
    }),
  );
  expect(coded).toBeGreaterThan(20);
});
