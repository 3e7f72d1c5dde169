import { Search as Loupe, SearchX } from 'lucide-react';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Found, Hits } from '../../lib/library/search.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { findInLibrary, prepareSearch, useSearch } from '../../lib/state/search.ts';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { kindIcons } from '../NoteKindPicker.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { AliasesAndTags } from './AliasesAndTags.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useRows } from './use-rows.ts';
import { useView } from './view.tsx';

const none: Hits = { count: 0, at: () => undefined };

function FoundRow({ found }: { found: Found }) {
  if (found.type === 'project')
    return (
      <>
        <StatusGlyph status={found.project.status} labelled />
        <span className="max-w-3/5 shrink-0 truncate font-medium">{found.project.name}</span>
        <AliasesAndTags aliases={found.project.aliases} tags={found.project.tags} />
      </>
    );
  const Icon = kindIcons[found.note.kind.type];
  return (
    <>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 self-start text-soft" strokeWidth={1.75} />
      <span className="min-w-0 grow">
        <span className="line-clamp-2">{found.note.body}</span>
        <span className="flex gap-1.5 text-small text-soft">
          <span className="truncate">{found.project.name}</span>
          <RelativeDate instant={found.note.createdAt} />
        </span>
      </span>
    </>
  );
}

/** A search over everything; while it holds a query its hits stand in place of `children`. */
export function Search(props: { inputRef: RefObject<HTMLInputElement | null>; children: React.ReactNode }) {
  const list = useId();
  const listbox = useRef<HTMLDivElement>(null);
  const { open } = useView();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { status, failure, unreadable, version } = useSearch();
  const searching = query.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found depends on how much was read, too
  const hits = useMemo(() => (searching ? findInLibrary(query) : none), [query, searching, version]);
  const at = Math.min(active, hits.count - 1);
  const { rows, height, measureRow, scrollTo } = useRows(listbox, {
    count: hits.count,
    rem: 3.25,
    kept: [at],
  });

  const ready = useLibrary((library) => library.status === 'ready');
  useEffect(() => {
    if (searching && ready) prepareSearch();
  }, [searching, ready]);

  const go = (row: number) => {
    setActive(row);
    scrollTo(row);
  };
  const pick = (hit: Found | undefined) => hit && open({ name: 'project', id: hit.project.id });

  return (
    <>
      <div className="relative mx-3 my-2">
        <Loupe
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-2 my-auto size-4 text-soft"
        />
        <input
          ref={props.inputRef}
          type="text"
          role="combobox"
          aria-label={t('library.search')}
          aria-expanded={searching}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          placeholder={t('library.search')}
          autoComplete="off"
          spellCheck="false"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
            listbox.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' && searching) go(Math.min(at + 1, hits.count - 1));
            else if (event.key === 'ArrowUp' && searching) go(Math.max(at - 1, 0));
            else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row]')?.focus();
            else if (event.key === 'Enter') pick(hits.at(at));
            else if (event.key === 'Escape' && query !== '') setQuery('');
            else return;
            event.preventDefault();
          }}
          className="field ps-8 pe-8"
        />
        {query === '' && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 end-2 my-auto h-5 rounded-sm border border-line px-1.5 font-sans text-small text-soft"
          >
            /
          </span>
        )}
      </div>
      <div
        ref={listbox}
        id={list}
        role="listbox"
        aria-label={t('library.hits')}
        aria-busy={status === 'reading'}
        hidden={hits.count === 0}
        data-scroller=""
        className="min-h-0 grow overflow-y-auto px-2 pb-2"
      >
        <div role="presentation" className="relative" style={{ height }}>
          {rows.map(({ index, key, start }) => {
            const hit = hits.at(index);
            return (
              hit && (
                <div
                  key={key}
                  ref={measureRow}
                  data-index={index}
                  id={`${list}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  aria-setsize={hits.count}
                  aria-posinset={index + 1}
                  onPointerMove={() => setActive(index)}
                  onClick={() => pick(hit)}
                  onKeyDown={(event) => event.key === 'Enter' && pick(hit)}
                  className="absolute inset-x-0 top-0 flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2 py-1 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <FoundRow found={hit} />
                </div>
              )
            );
          })}
        </div>
      </div>
      <p role="status" className="sr-only">
        {searching && status === 'ready' && t('library.found', { count: hits.count })}
      </p>
      {!searching && props.children}
      {searching && (
        <>
          {failure && <Failed failure={failure} />}
          <Unreadable count={unreadable} />
          {(status === 'reading' || status === 'idle') &&
            (hits.count === 0 ? (
              <Skeleton label={t('library.searching')} />
            ) : (
              <p className="animate-wait border-t border-line px-4 py-1.5 text-small text-soft">
                {t('library.stillReading')}
              </p>
            ))}
          {status === 'ready' && hits.count === 0 && (
            <Empty icon={SearchX} title={t('library.nothingFound', { query: query.trim() })}>
              {t('library.howToSearch')}
            </Empty>
          )}
        </>
      )}
    </>
  );
}
