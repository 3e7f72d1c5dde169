import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIndex } from '../../../lib/library/is-index.ts';
import { Index } from '../../../lib/library/schema.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

/** An index with every kind of value that one can hold. */
function someIndex(): Index {
  const store = new MemoryStore();
  const id = store.must(keep('OpenGradient', '$OPG', '@OpenGradient', 'Vexlum Labs', 'vexlum.ai', '#比特币'));
  store.must({ type: 'set-status', id, status: 'watching' });
  store.must(note(id, 'Why?'));
  store.must({
    type: 'keep-project',
    name: 'Link',
    aliases: [
      { text: 'Link', site: null, insist: true },
      { text: '$LINK', site: 'x.com' },
      { text: '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB', site: null },
    ],
    status: 'passed',
    thesis: '',
  });
  store.must({ type: 'change-tags', changes: [{ id, add: ['DeFi', 'to read', '__proto__'], remove: [] }] });
  store.must({ type: 'trash-project', id: store.must(keep('Gone', '$GONE')) });
  return store.base().index;
}

/** Where something can be changed in a value: the path to every member and item of it. */
function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function withChange(
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === step ? withChange(each, rest, change) : each));
  const members = Object.entries(Object(value));
  return Object.fromEntries(
    members.map(([key, inner]) => [key, key === step ? withChange(inner, rest, change) : inner]),
  );
}

const index = someIndex();

/** What the schema makes of it; null where it refuses. A name that it would trim is not stored as it is. */
const schemaSays = (value: unknown): unknown => Index.safeParse(value).data ?? null;

test('an index that commands made is one', () => {
  expect(isIndex(index)).toBe(true);
  expect(isIndex({ projects: {}, recent: [] })).toBe(true);
});

test('what it takes for an index the schema leaves as it is', () => {
  const odd = fc.oneof(
    fc.constantFrom(
      null,
      true,
      -1,
      1.5,
      Number.NaN,
      2 ** 60,
      [],
      {},
      '',
      ' ',
      'toString',
      '__proto__',
      'watching',
    ),
    fc.constantFrom(
      '2026-02-29T00:00:00.000Z',
      '2024-02-29T00:00:00.000Z',
      '2026-01-01T24:00:00.000Z',
      '2026-01-01',
    ),
    fc.constantFrom(
      '$',
      '$OPG',
      '$opg usd',
      '@a b',
      '@',
      '#1',
      ' Name',
      'Name ',
      'a'.repeat(301),
      'a'.repeat(41),
      'a\nb',
      '$A1B2C3D4E5F6G7H8',
    ),
    fc.constantFrom(
      'short',
      'eightlet',
      'valueOf',
      'hasOwnProperty',
      'propertyIsEnumerable',
      'isPrototypeOf',
      'a_b-c_d-e',
    ),
    fc.string(),
    fc.jsonValue(),
  );
  const refused = { by: 0, of: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...placesIn(index)),
      odd,
      fc.constantFrom('set', 'add', 'drop'),
      (place, value, how) => {
        // Not `String(value)`: it fails for an object whose `toString` is no function.
        const name = typeof value === 'string' ? value : JSON.stringify(value);
        const mutant = withChange(index, place, (old) => {
          if (how === 'set' || typeof old !== 'object' || old === null) return value;
          if (Array.isArray(old)) return how === 'add' ? [...old, value] : old.slice(1);
          return how === 'add' ? { ...old, [name]: value } : Object.fromEntries(Object.entries(old).slice(1));
        });
        refused.of += 1;
        if (isIndex(mutant)) expect(schemaSays(mutant)).toEqual(mutant);
        else refused.by += 1;
      },
    ),
    { numRuns: 3_000 },
  );
  // Neither everything nor nothing.
  expect(refused.by).toBeGreaterThan(100);
  expect(refused.by).toBeLessThan(refused.of - 20);
});

test('a project is found under its name in any id that the schema allows', () => {
  const [entry] = Object.values(index.projects);
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{6,66}$/), (id) => {
      const one = { projects: { [id]: entry }, recent: [id] };
      expect(isIndex(one)).toBe(Index.safeParse(one).success);
    }),
  );
});
