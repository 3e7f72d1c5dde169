import { Circle } from 'lucide-react';
import { expect, test } from 'vitest';
import { findActions } from '../../../components/palette/find-actions.ts';

const titles = [
  'Add a project',
  'Turn off for bad.example',
  'Import…',
  'Pause on all sites',
  'Go to Options',
];
const actions = titles.map((title) => ({ id: title, title, icon: Circle, run: () => undefined }));

test.each<[why: string, query: string, found: string[]]>([
  ['nothing typed: all, in their order', '', titles],
  ['only blanks are nothing', '  ', titles],
  ['the beginning of the title', 'imp', ['Import…']],
  ['case does not matter', 'IMPORT', ['Import…']],
  ['the beginning of any word', 'off', ['Turn off for bad.example']],
  ['every word must be there', 'pause import', []],
  ['in any order', 'sites pause', ['Pause on all sites']],
  ['not from within a word', 'roject', []],
  [
    'the beginning of a word in several titles',
    'o',
    ['Go to Options', 'Turn off for bad.example', 'Pause on all sites'],
  ],
])('%s', (_, query, found) => {
  expect(
    findActions(query, actions)
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(found.toSorted());
});

test('a title that begins with what is typed comes first', () => {
  expect(findActions('a', actions)[0]?.title).toBe('Add a project');
  expect(findActions('p', actions)[0]?.title).toBe('Pause on all sites');
});
