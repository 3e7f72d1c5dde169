import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesTogether } from '../../../lib/library/changes-together.ts';
import type { Changes } from '../../../lib/library/edit.ts';
import { act, commandOf, storeAfter } from './random-commands.ts';

const acts = fc.array(act, { minLength: 1, maxLength: 20 });

it('commands saved in one step leave what they leave when each is saved by itself', () => {
  fc.assert(
    fc.property(acts, acts, (before, together) => {
      const store = storeAfter(before);
      const stored = new Map(store.stored);
      const all: Changes[] = [];
      for (const one of together) {
        const outcome = store.run(commandOf(one, store));
        if (outcome.ok && Object.keys(outcome.value.set).length > 0) all.push(outcome.value);
      }
      if (all.length === 0) return;
      const step = all.reduce(changesTogether);
      expect(Object.keys(step.set).filter((key) => step.remove.includes(key))).toEqual([]);
      for (const [key, record] of Object.entries(step.set)) stored.set(key, JSON.stringify(record));
      for (const key of step.remove) stored.delete(key);
      expect(new Map([...stored].toSorted())).toEqual(new Map([...store.stored].toSorted()));
      expect(step.base).toEqual(store.base());
      expect(step.askAgain).toBe(all.some(({ askAgain }) => askAgain));
    }),
    { numRuns: 200 },
  );
});
