import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameTable } from '../../../lib/mentions/name-table.ts';
import { isOneEditApart } from '../../../lib/mentions/one-edit.ts';
import { skeleton } from '../../../lib/mentions/skeleton.ts';

// Few letters, so that many are near each other; lengths around the least that matter.
const anyName = fc.oneof(fc.stringMatching(/^[ab]{4,8}$/), fc.stringMatching(/^[0o1lrnm]{0,9}$/));
const names = fc.array(anyName, { maxLength: 40 });

test('a table finds what comparing with every name finds', () => {
  let near = 0;
  fc.assert(
    fc.property(names, anyName, (all, name) => {
      const table = nameTable(all, all);
      expect(table.sameLook(name).toSorted()).toEqual(
        all.filter((other) => skeleton(other) === skeleton(name)).toSorted(),
      );
      const apart = all.filter((other) => isOneEditApart(name, other));
      const found = table.oneEditApart(name);
      if (apart.length > 0) near += 1;
      if (found === null) expect(apart).toEqual([]);
      else expect(apart).toContain(found);
    }),
    { numRuns: 1_000 },
  );
  expect(near, 'the property is about something').toBeGreaterThan(10);
});
