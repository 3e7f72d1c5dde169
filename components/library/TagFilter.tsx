import { ChevronDown, ChevronUp, Tag } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { findTags, tagsInUse } from '../../lib/library/tags.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useLibraryList } from '../../lib/state/library-list.ts';
import { choiceLook, FilterChoice } from './FilterChoice.tsx';

/** So many tags are found by looking; more by typing. */
const mostSeen = 10;

/** The tags in use, behind one button; those that are chosen stay in view. Nothing where no project has a tag. */
export function TagFilter(props: {
  /** By `tagKey`. */
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
  onChange: (chosen: string[]) => void;
}) {
  const { chosen, counts, onChange } = props;
  const list = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const index = useLibrary((library) => library.index);
  const isOpen = useLibraryList((shown) => shown.tagsOpen);
  const [query, setQuery] = useState('');
  const used = useMemo(() => {
    const all = tagsInUse(index);
    const known = new Set(all.map(({ key }) => key));
    // One that the last project lost is let go by the same click.
    return [...all, ...chosen.filter((key) => !known.has(key)).map((key) => ({ key, tag: key, count: 0 }))];
  }, [index, chosen]);
  if (used.length === 0) return null;

  const searched = isOpen && used.length > mostSeen;
  const found = new Set((searched ? findTags(used, query) : used).map(({ key }) => key));
  // What would leave nothing is no choice.
  const offers = (key: string) => isOpen && found.has(key) && counts.has(key);
  const shown = used.filter(({ key }) => chosen.includes(key) || offers(key));
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <>
      <button
        ref={toggle}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => useLibraryList.setState({ tagsOpen: !isOpen })}
        className={choiceLook}
      >
        <Tag aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {t('tag.title')}
        <Chevron aria-hidden="true" className="size-3" />
      </button>
      {searched && (
        <input
          type="text"
          aria-label={t('tag.find')}
          placeholder={t('tag.find')}
          autoComplete="off"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'Escape' || query === '') return;
            event.preventDefault();
            setQuery('');
          }}
          className="field"
        />
      )}
      {(isOpen || shown.length > 0) && (
        // biome-ignore lint/a11y/useSemanticElements: it stands in a fieldset
        <div
          id={list}
          role="group"
          aria-label={t('tag.title')}
          className={isOpen ? 'flex max-h-40 w-full flex-wrap gap-1 overflow-y-auto' : 'contents'}
        >
          {shown.map(({ key, tag }) => {
            const on = chosen.includes(key);
            return (
              <FilterChoice
                key={key}
                name={tag}
                on={on}
                count={counts.get(key) ?? 0}
                onChange={() => {
                  // It goes with its choice: the focus stays beside it.
                  if (on && !offers(key)) toggle.current?.focus();
                  onChange(on ? chosen.filter((each) => each !== key) : [...chosen, key]);
                }}
              />
            );
          })}
          {shown.length === 0 && <p className="text-small text-soft">{t('tag.none')}</p>}
        </div>
      )}
    </>
  );
}
