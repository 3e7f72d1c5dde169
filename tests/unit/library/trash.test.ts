import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedRecords } from '../../../lib/library/full-check.ts';
import { indexKey } from '../../../lib/library/keys.ts';
import { libraryKeys } from '../../../lib/library/records-read.ts';
import { daysLeft, trashIn, trashSweep } from '../../../lib/library/trash.ts';
import { keep, MemoryStore, note, value } from './memory-store.ts';
import { act, commandOf, storeAfter } from './random-commands.ts';

const ever = '2100-01-01T00:00:00.000Z';

/** Two projects of two notes each; one note and the other project are in the trash. */
const filled = () => {
  const store = new MemoryStore();
  const [mine, away] = [store.must(keep('OpenGradient', '$OPG')), store.must(keep('Render', '$RNDR'))];
  const [first, second] = [store.must(note(mine, 'First')), store.must(note(mine, 'Second'))];
  const inside = [store.must(note(away, 'Third')), store.must(note(away, 'Fourth'))];
  store.must({ type: 'trash-note', id: first });
  store.must({ type: 'trash-project', id: away });
  return { store, mine, away, first, second, inside };
};

const wholeOf = (store: MemoryStore) => {
  const base = store.base();
  const projects = store.get(libraryKeys(base.index, {}));
  return damagedRecords(base, { ...projects, ...store.get(libraryKeys(base.index, projects)) });
};

describe('the trash', () => {
  it('lists what was deleted itself, the newest first', () => {
    const { store, away, first } = filled();
    expect(trashIn(store.base().index).map(({ type, id }) => [type, id])).toEqual([
      ['project', away],
      ['note', first],
    ]);
  });

  it('emptied, is gone with the notes of its projects and the drafts about them; the rest stays', () => {
    const { store, mine, away, second } = filled();
    store.must({ type: 'keep-draft', about: mine, body: 'stays' });
    store.must({ type: 'keep-draft', about: away, body: 'goes' });
    value(store.run({ type: 'empty-trash', until: ever }));
    expect([...store.stored.keys()].filter((key) => /^(project|note):/.test(key)).sort()).toEqual([
      `note:${second}`,
      `project:${mine}`,
    ]);
    expect(store.base().drafts).toEqual({ [mine]: 'stays' });
    expect(wholeOf(store)).toBe(0);
  });

  it('emptied until an instant, keeps what came later', () => {
    const { store, first, away } = filled();
    const [, oldest] = trashIn(store.base().index);
    value(store.run({ type: 'empty-trash', until: oldest?.since ?? '' }));
    expect(store.stored.has(`note:${first}`)).toBe(false);
    expect(trashIn(store.base().index)).toMatchObject([{ id: away }]);
  });

  it('is found in a library that did not know it, by reading all of it once', () => {
    const { store, first, away } = filled();
    const { trash: _, ...index } = store.base().index;
    store.stored.set(indexKey, JSON.stringify(index));
    expect(trashIn(store.base().index), 'its notes are not known').toMatchObject([{ id: away }]);
    store.must({ type: 'pause', on: true });
    expect(store.base().index.trash, 'nor half of them').toBeUndefined();
    value(store.run({ type: 'empty-trash', until: '2000-01-01T00:00:00.000Z' }));
    expect(trashIn(store.base().index)).toMatchObject([{ id: away }, { id: first }]);
    expect(wholeOf(store)).toBe(0);
  });

  it.each(['a note of a project in it', 'a note in it'])(
    'removes nothing while %s can not be read',
    (which) => {
      const { store, first, inside } = filled();
      const key = `note:${which === 'a note in it' ? first : inside[0]}`;
      store.stored.delete(key);
      const before = new Map(store.stored);
      expect(store.run({ type: 'empty-trash', until: ever })).toMatchObject({
        ok: false,
        error: { code: 'damaged' },
      });
      expect(new Map(store.stored)).toEqual(before);
    },
  );

  it('leaves a library whole, whatever was done before, and empty of trash', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        const store = storeAfter(acts);
        const kept = store.library().shown.length;
        value(store.run({ type: 'empty-trash', until: ever }));
        expect(trashIn(store.base().index)).toEqual([]);
        expect(store.library().shown).toHaveLength(kept);
        expect(wholeOf(store)).toBe(0);
        store.run(commandOf({ type: 'restore-project', pick: 0, text: '', flag: false }, store));
        expect(wholeOf(store)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['just now', '2026-03-31T10:00:00.000Z', 30],
    ['an hour ago', '2026-03-31T09:00:00.000Z', 30],
    ['29 days ago', '2026-03-02T10:00:00.000Z', 1],
    ['30 days ago', '2026-03-01T10:00:00.000Z', 0],
    ['by a clock that was wrong', '2036-03-01T10:00:00.000Z', 3653],
  ])('keeps what came %s for the rest of 30 days', (_, since, left) => {
    const now = '2026-03-31T10:00:00.000Z';
    expect(daysLeft(since, now)).toBe(left);
    const noticed = trashSweep({ ...holding([]), trash: { 'note-0001': since } }, null, now).since;
    expect(noticed).toBe(left === 0 ? now : null);
  });

  it('emptied of some, keeps the others, also one that came before an item of a clock that was ahead', () => {
    const { store, mine, away, first, second } = filled();
    const asked = trashIn(store.base().index);
    store.setClock('2036-01-01T00:00:00.000Z');
    const ahead = store.must(note(mine, 'Trashed years ahead'));
    store.must({ type: 'trash-note', id: ahead });
    store.setClock('2026-01-02T00:00:00.000Z');
    store.must({ type: 'trash-note', id: second });
    const until = trashIn(store.base().index)[0]?.since ?? '';
    const ids = [...asked.map(({ id }) => id), ahead];
    value(store.run({ type: 'empty-trash', until, ids }));
    expect(trashIn(store.base().index).map(({ id }) => id)).toEqual([second]);
    for (const key of [`note:${first}`, `note:${ahead}`, `project:${away}`])
      expect(store.stored.has(key), key).toBe(false);
    expect(wholeOf(store)).toBe(0);
  });

  it('counts from when it was written, under a clock that is years behind', () => {
    const store = new MemoryStore();
    store.setClock('2026-03-01T00:00:00.000Z');
    const mine = store.must(keep('OpenGradient', '$OPG'));
    const [one, away] = [store.must(note(mine, 'One')), store.must(keep('Render', '$RNDR'))];
    store.setClock('2016-03-01T00:00:00.000Z');
    store.must({ type: 'trash-note', id: one });
    store.must({ type: 'trash-project', id: away });
    for (const { id, since } of trashIn(store.base().index)) expect(since > '2026-03-01', id).toBe(true);
    expect(wholeOf(store)).toBe(0);
  });
});

const holding = (since: string[]) => ({
  projects: {},
  recent: [],
  trash: Object.fromEntries(since.map((at, number) => [`note-000${number}`, at])),
});

describe('the sweep of the trash', () => {
  const at = (day: number, hour = 10) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
  const years = at(10 * 365);
  it.each<[string, string[], string | null, string, { until: string | null; since: string | null }]>([
    ['nothing is due', [at(1)], null, at(20), { until: null, since: null }],
    ['it is noticed', [at(1)], null, at(31), { until: null, since: at(31) }],
    ['it has been due for hours', [at(1)], at(31), at(31, 20), { until: null, since: at(31) }],
    ['it has been due for a day', [at(1)], at(31), at(32), { until: at(1), since: null }],
    ['other things came', [at(1), at(2)], at(31), at(32), { until: at(1), since: null }],
    ['the clock jumps ahead', [at(1), at(20)], at(31), years, { until: at(1), since: null }],
    ['the clock was ahead then', [at(1)], years, at(31), { until: null, since: at(31) }],
    ['it was emptied by hand long ago', [at(90)], at(31), at(100), { until: null, since: null }],
    ['so it was, and the clock jumps ahead', [at(90)], at(31), years, { until: null, since: years }],
    ['the date makes no sense', [at(1)], 'yesterday', at(32), { until: null, since: at(32) }],
  ])('when %s', (_, trash, since, now, outcome) => {
    expect(trashSweep(holding(trash), since, now)).toEqual(outcome);
  });

  it('removes only what two starts a day apart both found due, whatever one clock in between said', () => {
    const clock = fc.oneof(
      fc.constant(0),
      fc.constantFrom(-3_650, -31, 31, 3_650).map((days) => days * 24),
    );
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 72 }), clock), { minLength: 1, maxLength: 12 }),
        (trashed, starts) => {
          let trash = trashed.map((day) => at(day, 0));
          let since: string | null = null;
          let hours = 30 * 24;
          let wasWrong = false;
          for (const [later, wrong] of starts) {
            hours += later;
            // A clock that is wrong twice in a row is not told from one that is right.
            const off: number = wasWrong ? 0 : wrong;
            wasWrong = off !== 0;
            const swept = trashSweep(holding(trash), since, at(1, hours + off));
            since = swept.since;
            const { until } = swept;
            if (until === null) continue;
            for (const one of trash.filter((each) => each <= until))
              expect(one <= at(1, hours - 30 * 24)).toBe(true);
            trash = trash.filter((each) => each > until);
          }
        },
      ),
    );
  });
});
