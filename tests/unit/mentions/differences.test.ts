import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../../lib/mentions/differences.ts';

test.each<[seen: string, kept: string, found: [seen: string, at: number, kept: string, keptAt: number][]]>([
  ['0penGradient', 'OpenGradient', [['0', 0, 'O', 0]]],
  ['opengradient', 'OpenGradient', []],
  [
    '0penGrad1ent',
    'OpenGradient',
    [
      ['0', 0, 'O', 0],
      ['1', 8, 'i', 8],
    ],
  ],
  ['arbitrurn', 'arbitrum', [['rn', 7, 'm', 7]]],
  ['etheruem', 'ethereum', [['ue', 5, 'eu', 5]]],
  ['ethereums', 'ethereum', [['s', 8, '', 8]]],
  ['etereum', 'ethereum', [['', 2, 'h', 2]]],
  [
    'Open_Gradlent',
    'OpenGradient',
    [
      ['_', 4, '', 4],
      ['l', 9, 'i', 8],
    ],
  ],
  ['', 'a', [['', 0, 'a', 0]]],
])('%s, kept %s', (seen, kept, found) => {
  expect(differences(seen, kept)).toEqual(
    found.map(([part, at, keptPart, keptAt]) => ({ seen: part, at, kept: keptPart, keptAt })),
  );
});

test('to put the kept parts in place of the seen ones makes the kept text', () => {
  const text = fc.stringMatching(/^[a-e]{0,12}$/);
  fc.assert(
    fc.property(text, text, (seen, kept) => {
      const made = differences(seen, kept).reduceRight(
        (rest, { seen: part, at, kept: instead }) =>
          rest.slice(0, at) + instead + rest.slice(at + part.length),
        seen,
      );
      expect(made).toBe(kept);
    }),
  );
});
