import { expect, test } from 'vitest';
import {
  badgeText,
  isOnIn,
  parseTabBadges,
  projectsIn,
  type Told,
  withChange,
  withLeft,
  withoutTab,
  withTold,
} from '../../../lib/library/tab-badges.ts';

const empty = parseTabBadges(undefined);
const a = 'project-a';
const b = 'project-b';
const c = 'project-c';
const told = (document: string, projects: string[], more: Partial<Told> = {}): Told => {
  return { tabId: 1, frameId: 0, document, on: true, projects, aliases: projects.length, ...more };
};
const count = (...steps: ((all: typeof empty) => typeof empty)[]) =>
  projectsIn(
    steps.reduce((all, step) => step(all), empty),
    1,
  );
const tell =
  (...args: Parameters<typeof told>) =>
  (all: typeof empty) =>
    withTold(all, told(...args));
const leave = (all: typeof empty) => withLeft(all, 1);
const inner = { frameId: 7 };

test.each([
  ['nothing was told', [], 0],
  ['what one document asks for adds up, each project once', [tell('d', [a, b]), tell('d', [b, c])], 3],
  ['frames add up, each project once', [tell('d', [a]), tell('e', [a, b], inner)], 2],
  ['another tab counts for itself', [tell('d', [a]), tell('e', [b, c], { tabId: 2 })], 1],
  ['after a change a document tells all anew', [tell('d', [a, b]), withChange, tell('d', [a])], 1],
  ['and goes on from there', [tell('d', [a, b]), withChange, tell('d', [a]), tell('d', [c])], 2],
  ['a question without aliases takes nothing back', [tell('d', [a]), withChange, tell('d', [])], 1],
  ['another page in the tab begins anew', [tell('d', [a, b]), leave, tell('e', [c])], 1],
  ['its frame may ask first', [tell('d', [a, b]), leave, tell('f', [c], inner), tell('e', [])], 1],
  ['even if nobody said that the tab loads', [tell('d', [a]), tell('f', [b], inner), tell('e', [c])], 1],
  ['the same document never left', [tell('d', [a]), tell('f', [b], inner), leave, tell('d', [c])], 3],
  [
    'a frame that goes elsewhere tells in place of itself',
    [tell('d', [a]), tell('f', [b], inner), tell('g', [c], inner)],
    2,
  ],
  ['without names of documents a load ends them', [tell('', [a, b]), leave, tell('', [c])], 1],
  ['a closed tab is forgotten', [tell('d', [a]), (all: typeof empty) => withoutTab(all, 1)], 0],
] as const)('%s', (_, steps, expected) => {
  expect(count(...steps)).toBe(expected);
});

test('whether it is on is said of the page alone; a frame that is off adds nothing', () => {
  const off = { on: false };
  const page = withTold(empty, told('d', [a]));
  const withFrame = withTold(page, told('e', [b], { ...inner, ...off }));
  expect([isOnIn(withFrame, 1), projectsIn(withFrame, 1)]).toEqual([true, 1]);
  const other = withTold(withTold(empty, told('e', [b], inner)), told('d', [a], off));
  expect([isOnIn(other, 1), projectsIn(other, 1)]).toEqual([false, 1]);
  const again = withTold(other, told('d', [], { aliases: 0 }));
  expect([isOnIn(again, 1), projectsIn(again, 1)]).toEqual([true, 2]);
  expect(isOnIn(empty, 1)).toBe(true);
});

test('what the store has is read, and anything else is nothing', () => {
  const all = withTold(empty, told('d', [a]));
  expect(parseTabBadges(JSON.parse(JSON.stringify(all)))).toEqual(all);
  for (const bad of [null, 'x', { change: 0 }, { change: 0, tabs: { 1: { frames: [], left: 1 } } }])
    expect(parseTabBadges(bad)).toEqual(empty);
});

test.each([
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
])('%i stands on the icon as “%s”', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
