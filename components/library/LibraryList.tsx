import { CircleHelp, ListFilter } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import {
  type Facts,
  filterProjects,
  isOpenFilter,
  type ListedProject,
  type ListOrder,
  noFilter,
  sortedProjects,
} from '../../lib/library/library-list.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { narrowList, useLibraryList } from '../../lib/state/library-list.ts';
import { followProjectFacts, useProjectFacts } from '../../lib/state/project-facts.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { BulkBar } from './BulkBar.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LongList } from './LongList.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { rowKeys } from './row-keys.ts';
import { Selectable } from './Selectable.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useSelectionKeys } from './use-selection.ts';

const idOf = ({ id }: ListedProject): string => id;
const notRead: Facts = new Map();

/** All projects, to be narrowed and sorted; how, and how far it was scrolled, is kept while other views are shown. */
export function LibraryList({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  useEffect(followProjectFacts, []);
  const index = useLibrary((library) => library.index);
  const { filter, order } = useLibraryList();
  const { facts, ready, unread } = useProjectFacts();
  // Only one order depends on what is read later.
  const orderedBy = order === 'kept' ? facts : notRead;
  const sorted = useMemo(() => sortedProjects(index, order, orderedBy), [index, order, orderedBy]);
  const { projects, counts } = useMemo(() => filterProjects(sorted, filter, facts), [sorted, filter, facts]);

  const ids = useMemo(() => projects.map(idOf), [projects]);
  const onKeyDown = useSelectionKeys(ids);

  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    list.scrollTop = useLibraryList.getState().scrolledTo;
    return () => useLibraryList.setState({ scrolledTo: list.scrollTop });
  }, []);
  const fromTop = () => scroller.current?.scrollTo({ top: 0 });
  const clear = () => {
    fromTop();
    narrowList(noFilter);
    // The button goes with what it stood in.
    fieldRef.current?.focus();
  };

  if (sorted.length === 0) return <EmptyLibrary />;
  return (
    <>
      <LibraryFilters
        fieldRef={fieldRef}
        filter={filter}
        order={order}
        counts={counts}
        asksKnown={ready}
        shown={projects.length}
        all={sorted.length}
        onFilter={(change) => {
          fromTop();
          narrowList(change);
        }}
        onOrder={(next) => {
          fromTop();
          useLibraryList.setState({ order: next });
        }}
        onClear={clear}
      />
      <div
        ref={scroller}
        data-scroller=""
        className="min-h-0 grow overflow-y-auto border-t border-line px-2 py-1 has-data-bulk:scroll-pb-20"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows in it */}
        <div onKeyDown={onKeyDown}>
          <Unreadable projects count={unread} />
          {projects.length > 0 ? (
            <LongList
              label={t('common.projectsTitle')}
              items={projects}
              keyOf={idOf}
              onKeyDown={rowKeys}
              row={(project, tabIndex) => (
                <Selectable id={project.id} name={project.name} order={ids} tabIndex={tabIndex}>
                  <ProjectRow
                    id={project.id}
                    entry={project}
                    tabIndex={tabIndex}
                    {...endOf(project, order, facts)}
                  />
                </Selectable>
              )}
            />
          ) : filter.asks && !ready ? (
            <Skeleton label={t('panel.readingQuestions')} />
          ) : filter.asks && isOpenFilter({ ...filter, asks: false }) ? (
            <Empty
              icon={CircleHelp}
              title={t('panel.noQuestions')}
              action={<Button onClick={clear}>{t('panel.clear')}</Button>}
            >
              {t('panel.noQuestionsHint')}
            </Empty>
          ) : (
            <Empty
              icon={ListFilter}
              title={t('panel.noneFits')}
              action={<Button onClick={clear}>{t('panel.clear')}</Button>}
            >
              {t('panel.noneFitsHint')}
            </Empty>
          )}
        </div>
        <BulkBar
          order={ids}
          shows={(status) => filter.statuses.length === 0 || filter.statuses.includes(status)}
          showsWithout={(tag) => !filter.tags.includes(tag) && filter.text.trim() === ''}
        />
      </div>
    </>
  );
}

/** At the end of a row stands what the list is sorted by; the number of notes otherwise. */
function endOf(project: ListedProject, order: ListOrder, facts: Facts) {
  const instant =
    order === 'changed' ? project.updatedAt : order === 'kept' ? facts.get(project.id)?.createdAt : undefined;
  if (instant === undefined) return {};
  return {
    end: (
      <span className="shrink-0 text-small text-soft">
        <RelativeDate instant={instant} />
      </span>
    ),
  };
}
