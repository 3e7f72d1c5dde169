import { Tabs } from '@base-ui/react/tabs';
import { type RefObject, useMemo } from 'react';
import { useLibrary } from '../../lib/state/library.ts';
import { Skeleton } from '../Skeleton.tsx';
import { Recent } from './Recent.tsx';
import { rowKeys } from './row-keys.ts';
import { Search } from './Search.tsx';
import { ThisPage } from './ThisPage.tsx';
import { Watchlist } from './Watchlist.tsx';

export type HomeTab = 'page' | 'watchlist' | 'recent';

const lists = [
  { tab: 'page', name: 'This page', List: ThisPage },
  { tab: 'watchlist', name: 'Watchlist', List: Watchlist },
  { tab: 'recent', name: 'Recent', List: Recent },
] as const;

/** The three lists and the search over all. */
export function Home(props: {
  tab: HomeTab;
  onTab: (tab: HomeTab) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** The library is still on its way; all that does not depend on it stands already. */
  reading: boolean;
}) {
  const projects = useLibrary((library) => library.index.projects);
  const kept = useMemo(
    () => Object.values(projects).filter(({ trashedAt }) => trashedAt === null).length,
    [projects],
  );
  return (
    <Search inputRef={props.searchRef}>
      <Tabs.Root
        value={props.tab}
        onValueChange={(tab: HomeTab) => props.onTab(tab)}
        className="flex min-h-0 grow flex-col"
      >
        <Tabs.List aria-label="Lists" className="flex flex-wrap gap-x-1 border-b border-line px-2">
          {lists.map(({ tab, name }) => (
            <Tabs.Tab
              key={tab}
              value={tab}
              className="-mb-px min-h-8 whitespace-nowrap border-b-2 border-transparent px-2 text-soft forced-colors:not-data-active:border-[Canvas] hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink"
            >
              {name}
              {tab === 'watchlist' && kept > 0 && <span className="ms-1.5 text-small text-soft">{kept}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {lists.map(({ tab, List }) => (
          <Tabs.Panel
            key={tab}
            value={tab}
            onKeyDown={rowKeys}
            data-scroller=""
            className="min-h-0 grow overflow-y-auto scroll-pt-9 px-2 pb-2 has-data-bulk:scroll-pb-20 focus-visible:-outline-offset-2"
          >
            {/* Its size tells the lists in it when what stands above them grew. */}
            <div className="pt-2">{props.reading ? <Skeleton label="Opening your library" /> : <List />}</div>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Search>
  );
}
