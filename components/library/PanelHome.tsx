import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useMemo } from 'react';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Skeleton } from '../Skeleton.tsx';
import type { HomeProps, HomeTab } from './home-props.ts';
import { LibraryList } from './LibraryList.tsx';
import { Recent } from './Recent.tsx';
import { rowKeys } from './row-keys.ts';
import { Search } from './Search.tsx';
import { TabBar } from './TabBar.tsx';
import { ThisPage } from './ThisPage.tsx';

/** What the side panel shows first: this page, the whole library, the newest notes; each with a field of its own on top. */
export function PanelHome(props: HomeProps) {
  const { tab, searchRef, reading } = props;
  const projects = useLibrary((library) => library.index.projects);
  const kept = useMemo(
    () => Object.values(projects).filter(({ trashedAt }) => trashedAt === null).length,
    [projects],
  );
  const scrolling = (of: HomeTab, list: ReactNode) => (
    <Tabs.Panel
      value={of}
      onKeyDown={rowKeys}
      data-scroller=""
      className="min-h-0 grow overflow-y-auto scroll-pt-9 px-2 pb-2 focus-visible:-outline-offset-2"
    >
      {/* Its size tells the lists in it when what stands above them grew. */}
      <div>{reading ? <Skeleton label={t('library.opening')} /> : list}</div>
    </Tabs.Panel>
  );
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next: HomeTab) => props.onTab(next)}
      className="flex min-h-0 grow flex-col"
    >
      <TabBar
        label={t('library.lists')}
        tabs={[
          { tab: 'page', name: t('library.tab.page') },
          { tab: 'library', name: t('panel.library'), count: kept },
          { tab: 'recent', name: t('library.tab.recent') },
        ]}
      />
      {tab === 'library' ? (
        <Tabs.Panel value="library" className="flex min-h-0 grow flex-col focus-visible:-outline-offset-2">
          {reading ? <Skeleton label={t('library.opening')} /> : <LibraryList fieldRef={searchRef} />}
        </Tabs.Panel>
      ) : (
        // A query belongs to the list it was typed above.
        <Search key={tab} inputRef={searchRef}>
          {tab === 'recent' ? scrolling('recent', <Recent />) : scrolling('page', <ThisPage />)}
        </Search>
      )}
    </Tabs.Root>
  );
}
