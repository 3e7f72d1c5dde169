import { describe, expect, it } from 'vitest';
import { aliasStatuses, aliasTableOf } from '../../../lib/library/alias-statuses.ts';
import { keep, MemoryStore, note } from './memory-store.ts';

const store = new MemoryStore();
const first = store.must(keep('First', '$AAA', '$SHARED', '@first'));
const second = store.must(keep('Second', '$SHARED'));
const gone = store.must(keep('Gone', '$GONE'));
const tied = store.must({
  type: 'keep-project',
  name: 'Tied',
  aliases: [{ text: '$AAA', site: 'x.com' }],
  status: 'passed',
  thesis: '',
});
for (const id of [first, first, second, gone, tied]) store.must(note(id, 'text'));
store.must({ type: 'set-status', id: second, status: 'watching' });
store.must({ type: 'trash-project', id: gone });
store.must({ type: 'ignore-mention', key: '$zzz', site: null });
store.must({ type: 'ignore-mention', key: '@first', site: 'x.com' });

const { index, settings } = store.base();
const ask = (site: string, key: string) =>
  aliasStatuses(index, aliasTableOf(index), settings, site, [key])[key];

describe('what a page learns of an alias', () => {
  it.each<[string, string, object, string]>([
    [
      '@first',
      'a.org',
      { known: true, status: null, notes: 2, ignored: false },
      'a project without a status',
    ],
    [
      '$shared',
      'a.org',
      { known: true, status: 'watching', notes: 3, ignored: false },
      'of several, the first status and all notes',
    ],
    [
      '$aaa',
      'x.com',
      { known: true, status: 'passed', notes: 1, ignored: false },
      'the one tied to the site',
    ],
    [
      '$aaa',
      'a.org',
      { known: true, status: null, notes: 2, ignored: false },
      'elsewhere the one tied to none',
    ],
    ['$aaa-usd', 'a.org', { known: true, status: null, notes: 2, ignored: false }, 'with its suffix'],
    [
      '$gone',
      'a.org',
      { known: false, status: null, notes: 0, ignored: false },
      'nothing of what is in the trash',
    ],
    ['$zzz', 'a.org', { known: false, status: null, notes: 0, ignored: true }, 'ignored everywhere'],
    ['$zzz-usd', 'a.org', { known: false, status: null, notes: 0, ignored: true }, 'ignored with its suffix'],
    ['@first', 'x.com', { known: true, status: null, notes: 2, ignored: true }, 'ignored on this site'],
  ])('%s on %s: %o (%s)', (key, site, status) => {
    expect(ask(site, key)).toEqual(status);
  });
});
