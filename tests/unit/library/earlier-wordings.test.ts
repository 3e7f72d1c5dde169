import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keep, MemoryStore, note } from './memory-store.ts';

const kind = { type: 'note' } as const;
const fresh = (body: string) => {
  const store = new MemoryStore();
  const id = store.must(note(store.must(keep('OpenGradient', '$OPG')), body));
  return { store, id, read: () => store.library().notes[0] };
};

describe('earlier wordings of a note', () => {
  it('are none before the first change', () => {
    expect(fresh('One').read()).not.toHaveProperty('earlier');
  });

  it('come back in place of the present one, which becomes an earlier one', () => {
    const { store, id, read } = fresh('One');
    for (const body of ['Two', 'Three', 'One']) store.must({ type: 'edit-note', id, kind, body });
    expect(read()?.body).toBe('One');
    expect(read()?.earlier?.map(({ body }) => body)).toEqual(['Three', 'Two']);
  });

  it('hold the kind too', () => {
    const { store, id, read } = fresh('One');
    store.must({ type: 'edit-note', id, kind: { type: 'question', answer: 'open' }, body: 'One' });
    expect(read()?.earlier).toMatchObject([{ kind, body: 'One' }]);
  });

  it('stay through trash and restore, and through export and import', () => {
    const { store, id, read } = fresh('One');
    store.must({ type: 'edit-note', id, kind, body: 'Two' });
    store.must({ type: 'trash-note', id });
    store.must({ type: 'restore-note', id });
    expect(read()?.earlier).toMatchObject([{ body: 'One' }]);
    expect(JSON.parse(store.exported()).notes[0].earlier).toEqual(read()?.earlier);
  });

  it('never lose the one before the last change, and stay few and small', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(60_000), fc.constant(100_000)), { minLength: 1, maxLength: 70 }),
        (lengths) => {
          const { store, id, read } = fresh('first');
          for (const [at, length] of lengths.entries()) {
            const before = read()?.body;
            store.must({ type: 'edit-note', id, kind, body: `${at} `.padEnd(Math.max(6, length), 'x') });
            const [newest, ...older] = read()?.earlier ?? [];
            expect(newest?.body).toBe(before);
            expect(older.length).toBeLessThan(50);
            expect(older.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThanOrEqual(100_000);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
