import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import {
  chooseAll,
  clearChosen,
  extendChosen,
  toggleChosen,
  useSelection,
} from '../../../lib/state/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e', 'f'];
const chosen = () => order.filter((id) => useSelection.getState().chosen.has(id)).join('');

beforeEach(clearChosen);

it('a range grows and shrinks from where it began, and gives back what it took alone', () => {
  toggleChosen('a');
  toggleChosen('d');
  extendChosen(order, 'd', 'e');
  extendChosen(order, 'e', 'f');
  expect(chosen()).toBe('adef');
  extendChosen(order, 'f', 'e');
  expect(chosen()).toBe('ade');
  extendChosen(order, 'e', 'b');
  expect(chosen(), 'beyond where it began').toBe('abcd');
});

it('a range that is taken up elsewhere begins there, and takes nothing away', () => {
  toggleChosen('a');
  extendChosen(order, 'd', 'e');
  expect(chosen()).toBe('ade');
});

it('a range from a row that the list shows no more begins anew', () => {
  toggleChosen('gone');
  extendChosen(order, 'gone', 'gone');
  extendChosen(order, 'b', 'c');
  expect(chosen()).toBe('bc');
});

it('all, and none', () => {
  toggleChosen('b');
  chooseAll(order.slice(0, 4));
  expect(chosen()).toBe('abcd');
  toggleChosen('b');
  expect(chosen()).toBe('acd');
  clearChosen();
  expect(chosen()).toBe('');
});

it('a range holds both its ends, whatever came before', () => {
  const id = fc.constantFrom(...order);
  fc.assert(
    fc.property(fc.array(id), id, id, (before, from, to) => {
      clearChosen();
      for (const one of before) toggleChosen(one);
      extendChosen(order, from, to);
      const now = useSelection.getState().chosen;
      expect(now.has(from) && now.has(to)).toBe(true);
    }),
  );
});
