import { expect, test } from 'vitest';
import { createAskBudget } from '../../../lib/extension/ask-budget.ts';

const minute = 60_000;
const keys = (from: number, count: number) => Array.from({ length: count }, (_, i) => `$k${from + i}`);

/** A budget, and a clock for it. */
function startBudget() {
  const clock = { now: 0 };
  const budget = createAskBudget(() => clock.now);
  return { clock, told: (document: string, asked: string[]) => [...budget.allow(document, asked)] };
}

test('2,000 different keys a document, however they are asked', () => {
  const { told } = startBudget();
  expect(told('a', keys(0, 1_999))).toHaveLength(1_999);
  expect(told('a', keys(1_999, 3)), 'the last one that fits').toEqual(['$k1999']);
  expect(told('a', keys(5_000, 2_000))).toEqual([]);
  expect(told('b', keys(5_000, 2_000)), 'another document').toHaveLength(2_000);
});

test('what was told may be asked again, and still counts once', () => {
  const { told } = startBudget();
  for (let time = 0; time < 5; time++) expect(told('a', keys(0, 2_000))).toHaveLength(2_000);
  expect(told('a', ['$k7', '$new'])).toEqual(['$k7']);
});

test('a key falls out an hour after it was last told', () => {
  const { clock, told } = startBudget();
  told('a', keys(0, 2_000));
  clock.now = 30 * minute;
  told('a', keys(0, 500));
  clock.now = 60 * minute - 1;
  expect(told('a', keys(9_000, 10)), 'a moment too early').toEqual([]);
  clock.now = 60 * minute;
  expect(told('a', keys(9_000, 2_000)), 'all but the 500 asked again').toHaveLength(1_500);
});

test('a timeline that is open all day always hears of what it shows', () => {
  const { clock, told } = startBudget();
  for (let post = 0; post < 24 * 60; post++) {
    clock.now = post * minute;
    const shown = keys(post * 30, 60);
    expect(told('a', shown)).toEqual(shown);
  }
});

test('of many documents the longest silent are forgotten, never the one that asks', () => {
  const { told } = startBudget();
  for (let document = 0; document < 50; document++) told(`${document}`, keys(0, 2_000));
  expect(told('0', ['$other']), 'fifty full documents are remembered').toEqual([]);
  told('51', ['$one more']);
  expect(told('0', ['$other']), 'it had asked since').toEqual([]);
  expect(told('2', ['$other'])).toEqual([]);
  expect(told('1', ['$other']), 'silent for longest').toEqual(['$other']);
});

test('where keys cost, as many as it holds together; what was told before costs nothing more', () => {
  const budget = createAskBudget(() => 0, 10);
  const told = (...asked: string[]) => [...budget.allow('a', asked, (key) => key.length)];
  expect(told('four', 'five!')).toEqual(['four', 'five!']);
  expect(told('two', '1', 'five!', 'four')).toEqual(['1', 'five!', 'four']);
  expect(told('2')).toEqual([]);
});
