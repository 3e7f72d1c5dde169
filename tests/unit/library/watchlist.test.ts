import { expect, it } from 'vitest';
import type { Status } from '../../../lib/library/schema.ts';
import { watchlist } from '../../../lib/library/watchlist.ts';
import { keep, MemoryStore } from './memory-store.ts';

it('groups by status in a fixed order and by name, without the trash', () => {
  const store = new MemoryStore();
  const put = (name: string, status: Status | null) => {
    const id = store.must(keep(name));
    if (status) store.must({ type: 'set-status', id, status });
    return id;
  };
  put('zeta', null);
  put('Beta', 'passed');
  put('alpha', 'passed');
  put('Émile', 'watching');
  put('Zed', 'watching');
  store.must({ type: 'trash-project', id: put('Gone', 'convinced') });
  const groups = watchlist(store.base().index);
  expect(groups.map(({ status, projects }) => [status, projects.map(({ name }) => name)])).toEqual([
    ['watching', ['Émile', 'Zed']],
    ['passed', ['alpha', 'Beta']],
    [null, ['zeta']],
  ]);
});
