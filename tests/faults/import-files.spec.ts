import '../unit/words.ts';
import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { checksumOf, sameContent } from '../../lib/library/digest.ts';
import { planImport } from '../../lib/library/import-plan.ts';
import { projectAlone } from '../../lib/library/read-library.ts';
import { keep, MemoryStore, note, value } from '../unit/library/memory-store.ts';
import { importInto } from '../unit/library/random-commands.ts';

/** A library of its own, and the file that another one exports to; some records are in both. */
function twoLibraries(): { mine: MemoryStore; text: string } {
  const theirs = new MemoryStore();
  const mine = new MemoryStore();
  const first = theirs.must(keep('OpenGradient', '$OPG', '@OpenGradient'));
  const notes = [0, 1, 2, 3].map((number) => theirs.must(note(first, `Note ${number}`)));
  expect(importInto(mine, theirs.exported()), 'what is in both').not.toBeNull();
  const second = theirs.must(keep('Bitcoin', '$BTC'));
  for (let number = 4; number < 10; number += 1)
    theirs.must(note(number % 2 ? first : second, `Note ${number}`));
  const [newerThere = '', newerHere = ''] = notes;
  const kind = { type: 'note' } as const;
  theirs.must({ type: 'edit-note', id: newerThere, kind, body: 'Newer there' });
  theirs.must({ type: 'set-status', id: first, status: 'passed' });
  mine.setClock('2026-05-01T00:00:00.000Z');
  mine.must({ type: 'edit-note', id: newerHere, kind, body: 'Newer here' });
  mine.must(note(mine.must(keep('Mine', '$MINE')), 'My own'));
  return { mine, text: theirs.exported() };
}

const made = twoLibraries();

/** A store with the same in it. */
function copyOf(store: MemoryStore): MemoryStore {
  const copy = new MemoryStore();
  copy.setClock('2026-06-01T00:00:00.000Z');
  for (const [key, record] of store.stored) copy.stored.set(key, record);
  return copy;
}

const kept = (store: MemoryStore) => JSON.stringify([...store.stored].sort());

/** How many of the records that are in both are not the same. */
function changedIn(before: readonly { id: string }[], after: readonly { id: string }[]): number {
  const old = new Map(before.map((record) => [record.id, record]));
  return after.filter((record) => old.has(record.id) && !sameContent(record, old.get(record.id))).length;
}

/**
 * Holds whatever the file is: nothing changes, or exactly what the dry run announced; a second time brings nothing
 * more; and the undo gives back the same export to the byte. Answers whether it was taken in.
 */
function holds(text: string, ignoreChecksum: boolean): boolean {
  const mine = copyOf(made.mine);
  const [bytes, file] = [kept(mine), mine.exported()];
  const plan = planImport(text, mine.library(), { ignoreChecksum });
  const nothing = { added: 0, changed: 0, same: 0, rejected: 0 };
  const expected = plan.ok ? plan.value.totals : nothing;
  const before = mine.library();
  const outcome = mine.run({ type: 'import', text, ignoreChecksum, expected }, 'first-import');
  if (!plan.ok) {
    expect(outcome.ok).toBe(false);
    expect(plan.error.message.length).toBeGreaterThan(20);
    expect(kept(mine)).toBe(bytes);
    return false;
  }
  const { op } = value(outcome);
  const after = mine.library();
  expect(after.projects.length - before.projects.length).toBe(plan.value.projects.added);
  expect(after.notes.length - before.notes.length).toBe(plan.value.notes.added);
  expect(changedIn(before.projects.map(projectAlone), after.projects.map(projectAlone))).toBe(
    plan.value.projects.changed,
  );
  expect(changedIn(before.notes, after.notes)).toBe(plan.value.notes.changed);
  const once = mine.exported();

  const again = value(planImport(text, mine.library(), { ignoreChecksum }));
  expect([again.totals.added, again.totals.changed], 'twice is once').toEqual([0, 0]);
  value(mine.run({ type: 'import', text, ignoreChecksum, expected: again.totals }, 'second-import'));
  expect(mine.exported()).toBe(once);

  value(mine.run({ type: 'undo-import', op }, 'undo-of-first'));
  expect(mine.exported(), 'the undo').toBe(file);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  return true;
}

test('a file that is cut at any byte changes nothing', () => {
  const bytes = Buffer.from(made.text.trimEnd());
  expect(bytes.length).toBeGreaterThan(3_500);
  expect(holds(bytes.toString(), false), 'the whole file comes in').toBe(true);
  for (let length = 0; length < bytes.length; length += 1)
    expect(holds(bytes.subarray(0, length).toString(), false), `cut after ${length}`).toBe(false);
  console.log(`import cut: at each of ${bytes.length} bytes, nothing changed`);
});

/** Whatever may stand where something else should. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    '',
    '__proto__',
    'Invalid Date',
    '2026-13-45T99:99:99.999Z',
    '+275760-09-13T00:00:00.001Z',
    [],
    {},
    'x'.repeat(100_001),
    '\uD800',
    '\u0000',
    true,
  ),
);
/** JSON in which `__proto__` is a name like any other, so deep. */
const poison = fc
  .integer({ min: 1, max: 6 })
  .map((depth) => `${'{"__proto__":'.repeat(depth)}{"polluted":true}${'}'.repeat(depth)}`);

interface Damage {
  kind: 'value' | 'twice' | 'missing' | 'more' | 'poison';
  list: 'projects' | 'notes';
  at: number;
  member: number;
  value: unknown;
  poison: string;
}
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('value', 'value', 'twice', 'missing', 'more', 'poison'),
  list: fc.constantFrom('projects', 'notes'),
  at: fc.nat(20),
  member: fc.nat(20),
  value: odd,
  poison,
});

test('whatever is wrong in a file: nothing changes, or exactly what was announced, and the undo is exact', () => {
  // As `test.info` says: small in `npm test`, big in the soak.
  const runs = test.info().project.name === 'soak' ? 100_000 : 2_000;
  test.setTimeout(runs * 100);
  const { text } = made;
  let taken = 0;
  fc.assert(
    fc.property(
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('utf8', 'bom', 'utf16', 'latin1'),
      fc.boolean(),
      (damages, encoding, sealed) => {
        const document = JSON.parse(text);
        const poisons: string[] = [];
        for (const { kind, list, at, member, value: put, poison: json } of damages) {
          const records = document[list] as Record<string, unknown>[];
          const record = records[at % Math.max(1, records.length)];
          if (typeof record !== 'object' || record === null) continue;
          const names = Object.keys(record);
          const name = names[member % names.length] ?? 'id';
          if (kind === 'value') record[name] = put;
          else if (kind === 'missing') delete record[name];
          else if (kind === 'twice') records.push({ ...record });
          else if (kind === 'more') records.push(put as Record<string, unknown>);
          else {
            poisons.push(json);
            record[name] = `poison-${poisons.length - 1}`;
          }
        }
        const { projects, notes, settings } = document;
        if (sealed)
          Object.assign(document, {
            counts: { projects: projects.length, notes: notes.length },
            checksum: checksumOf({ projects, notes, settings }),
          });
        const json = JSON.stringify(document).replace(
          /"poison-(\d+)"/g,
          (_, number) => poisons[number] ?? '',
        );
        const bytes =
          encoding === 'bom'
            ? Buffer.from(`\uFEFF${json}`)
            : Buffer.from(json, encoding === 'utf16' ? 'utf16le' : encoding);
        if (holds(bytes.toString(), !sealed)) taken += 1;
      },
    ),
    { numRuns: runs },
  );
  expect(taken, 'many of them are good enough to come in').toBeGreaterThan(runs / 4);
  console.log(`import fuzzed: ${runs} files, ${taken} taken in as announced, ${runs - taken} refused`);
});

test('a file nested a million levels deep is refused by name of the limit', () => {
  for (const deep of [33, 1_000_000])
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
      expect(
        planImport(`${open.repeat(deep)}1${close.repeat(deep)}`, new MemoryStore().library(), {
          ignoreChecksum: true,
        }),
      ).toMatchObject({
        ok: false,
        error: { code: 'over-limit', message: expect.stringContaining('32 levels') },
      });
});
