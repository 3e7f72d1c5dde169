import { Tabs } from '@base-ui/react/tabs';
import { useMemo } from 'react';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Skeleton } from '../Skeleton.tsx';
import type { HomeProps, HomeTab } from './home-props.ts';
import { Recent } from './Recent.tsx';
import { rowKeys } from './row-keys.ts';
import { Search } from './Search.tsx';
import { TabBar } from './TabBar.tsx';
import { ThisPage } from './ThisPage.tsx';
import { Watchlist } from './Watchlist.tsx';

const lists = [
  { tab: 'page', List: ThisPage },
  { tab: 'watchlist', List: Watchlist },
  { tab: 'recent', List: Recent },
] as const;

/** What the popup shows first: the three lists and the search over all. */
export function Home(props: HomeProps) {
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
        <TabBar
          label={t('library.lists')}
          tabs={lists.map(({ tab }) => ({
            tab,
            name: t(`library.tab.${tab}`),
            count: tab === 'watchlist' ? kept : 0,
          }))}
        />
        {lists.map(({ tab, List }) => (
          <Tabs.Panel
            key={tab}
            value={tab}
            onKeyDown={rowKeys}
            data-scroller=""
            className="min-h-0 grow overflow-y-auto scroll-pt-9 px-2 pb-2 focus-visible:-outline-offset-2"
          >
            {/* Its size tells the lists in it when what stands above them grew. */}
            <div className="pt-2">{props.reading ? <Skeleton label={t('library.opening')} /> : <List />}</div>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Search>
  );
}
