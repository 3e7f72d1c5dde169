import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Addition, additionOf } from '../../../lib/library/addition.ts';
import { parsePageSelection } from '../../../lib/library/page-selection.ts';
import { PanelRequest, panelAddress, projectInHash } from '../../../lib/library/panel-view.ts';

const page = { text: '', url: 'https://example.org/a?token=hunter2&id=7#x', title: 'A page' };

test.each([
  ['$OPG', '$OPG', ''],
  ['  @OpenGradient\n', '@OpenGradient', ''],
  ['#opg', '#opg', ''],
  ['opengradient.ai', 'opengradient.ai', ''],
  ['OpenGradient', null, 'OpenGradient'],
  ['Two   lines\n of $OPG', null, 'Two lines of $OPG'],
  ['', null, ''],
])('“%s” is an alias or a quote', (selected, alias, quote) => {
  expect(additionOf(selected, null, false)).toEqual({ alias, quote, page: null, private: false });
});

test('the address of its page is cleaned before it is handed on, and one that is not on the web is none', () => {
  const { page: kept } = additionOf('Words', page, false);
  expect(kept).toEqual({ url: 'https://example.org/a?id=7', title: 'A page' });
  expect(additionOf('Words', { ...page, url: 'chrome://version' }, true)).toMatchObject({
    page: null,
    private: true,
  });
});

test('whatever a page says, what comes of it is read again as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.string(),
      fc.boolean(),
      (text, url, title, hidden) => {
        const add = additionOf(text, { text, url, title }, hidden);
        expect(Addition.safeParse(JSON.parse(JSON.stringify(add))).success).toBe(true);
      },
    ),
  );
  expect(additionOf('🙂'.repeat(3_000), { ...page, title: 't'.repeat(9_000) }, false)).toMatchObject({
    quote: '🙂'.repeat(2_000),
    page: { title: 't'.repeat(1_000) },
  });
});

test.each([
  [null],
  ['page'],
  [{ text: 'a', url: 'b' }],
  [{ text: 1, url: 'b', title: 'c' }],
  [{ text: 'a'.repeat(4_001), url: 'b', title: 'c' }],
  [{ text: 'a', url: 'b', title: 'c', more: 1 }],
])('%j is no answer of a page script', (received) => {
  expect(parsePageSelection(received)).toBeNull();
});

test('a view is handed over whole or not at all', () => {
  const add = additionOf('Words', page, false);
  expect(PanelRequest.safeParse({ windowId: 1, view: { add } }).success).toBe(true);
  expect(PanelRequest.safeParse({ windowId: 1, view: { add, project: 'project-1' } }).success).toBe(false);
  expect(PanelRequest.safeParse({ windowId: 1, view: { project: '__proto__' } }).success).toBe(false);
  expect(PanelRequest.safeParse({ windowId: 1, view: { add: { ...add, alias: '<b>' } } }).success).toBe(
    false,
  );
});

test('the panel’s address names a project or none', () => {
  expect(projectInHash(panelAddress('project-1').slice('/sidepanel.html'.length))).toBe('project-1');
  for (const hash of ['', '#import', '#project=', '#project=__proto__', '#project=<b>', '#project=a/../b'])
    expect(projectInHash(hash)).toBeNull();
});
