import { Search as Loupe, SearchX } from 'lucide-react';
import { type RefObject, useEffect, useId, useState } from 'react';
import type { Failure } from '../../lib/library/result.ts';
import { type Found, findInLibrary } from '../../lib/state/search.ts';
import { AliasTexts } from '../AliasTexts.tsx';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { kindIcons } from '../NoteKindPicker.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { useView } from './view.tsx';

/** More than a person reads; a better query is quicker than scrolling. */
const shown = 30;

function FoundRow({ found }: { found: Found }) {
  if (found.type === 'project')
    return (
      <>
        <StatusGlyph status={found.project.status} labelled />
        <span className="max-w-3/5 shrink-0 truncate font-medium">{found.project.name}</span>
        <AliasTexts aliases={found.project.aliases} className="min-w-0 grow" />
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
  const { open } = useView();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [answer, setAnswer] = useState<{ found: Found[] } | { failure: Failure } | null>(null);
  const searching = query.trim() !== '';
  const found = answer && 'found' in answer ? answer.found : [];
  const at = Math.min(active, found.length - 1);

  useEffect(() => {
    if (!searching) return setAnswer(null);
    let current = true;
    void findInLibrary(query, shown).then((result) => {
      if (current) setAnswer(result.ok ? { found: result.value } : { failure: result.error });
    });
    return () => {
      current = false;
    };
  }, [query, searching]);

  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);

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
          aria-label="Search projects and notes"
          aria-expanded={searching}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          placeholder="Search projects and notes"
          autoComplete="off"
          spellCheck="false"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' && searching) setActive(Math.min(at + 1, found.length - 1));
            else if (event.key === 'ArrowUp' && searching) setActive(Math.max(at - 1, 0));
            else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row]')?.focus();
            else if (event.key === 'Enter') pick(found[at]);
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
        id={list}
        role="listbox"
        aria-label="Found"
        hidden={found.length === 0}
        className="min-h-0 grow overflow-y-auto px-2 pb-2"
      >
        {found.map((hit, row) => (
          <div
            key={hit.type === 'note' ? hit.note.id : hit.project.id}
            id={`${list}-${row}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === at}
            onPointerMove={() => setActive(row)}
            onClick={() => pick(hit)}
            onKeyDown={(event) => event.key === 'Enter' && pick(hit)}
            className="flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2 py-1 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]"
          >
            <FoundRow found={hit} />
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {searching && answer && 'found' in answer && `${found.length} found`}
      </p>
      {!searching && props.children}
      {searching && answer === null && <Skeleton label="Searching" />}
      {searching && answer && 'failure' in answer && <Failed failure={answer.failure} />}
      {searching && answer && 'found' in answer && found.length === 0 && (
        <Empty icon={SearchX} title={`Nothing found for “${query.trim()}”`}>
          Every word must be in the same project or note. The beginning of a word is enough; of a name, any
          part.
        </Empty>
      )}
    </>
  );
}
