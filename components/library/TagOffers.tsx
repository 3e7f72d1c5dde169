import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { findTags, tagKey, tagsInUse } from '../../lib/library/tags.ts';
import { number, t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';

/** As many as are read at a glance. */
const mostOffered = 6;

/** The tags of other projects that fit what is typed, for a field that they are offered below; the down arrow shows them too. */
export function useTagOffers(text: string, own: readonly string[]) {
  const list = useId();
  const index = useLibrary((library) => library.index);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = useMemo(() => {
    if (!isOpen) return [];
    const owned = new Set(own.map(tagKey));
    const others = tagsInUse(index).filter(({ key }) => !owned.has(key));
    return findTags(others, text).slice(0, mostOffered);
  }, [isOpen, index, text, own]);
  const at = Math.min(active, offered.length - 1);
  const shown = offered.length > 0;
  const change = (open: boolean) => {
    setOpen(open);
    setActive(-1);
  };

  return {
    list,
    offered,
    at,
    setActive,
    open: () => change(true),
    close: () => change(false),
    field: {
      role: 'combobox',
      'aria-expanded': shown,
      'aria-controls': shown ? list : undefined,
      'aria-autocomplete': 'list',
      'aria-activedescendant': at >= 0 ? `${list}-${at}` : undefined,
    } as const,
    /** Answers whether the key was meant for what is offered. */
    onKeyDown(event: KeyboardEvent, pick: (tag: string) => void): boolean {
      const chosen = offered[at];
      if (event.key === 'ArrowDown' && !isOpen) change(true);
      else if (event.key === 'ArrowDown') setActive(Math.min(at + 1, offered.length - 1));
      else if (event.key === 'ArrowUp' && shown) setActive(Math.max(at - 1, -1));
      else if (event.key === 'Enter' && chosen) pick(chosen.tag);
      else if (event.key === 'Escape' && shown) change(false);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

/** The list of what is offered, over what stands below its field; nothing where nothing fits. */
export function TagOffers(props: { offers: ReturnType<typeof useTagOffers>; onPick: (tag: string) => void }) {
  const { list, offered, at, setActive } = props.offers;
  if (offered.length === 0) return null;
  return (
    <div
      id={list}
      role="listbox"
      aria-label={t('tag.inUse')}
      // The field keeps the focus: leaving it would add what is half typed.
      onMouseDown={(event) => event.preventDefault()}
      className="absolute start-0 top-full z-10 mt-1 w-max min-w-24 max-w-full animate-appear rounded-lg border border-line bg-sheet p-1 shadow-float"
    >
      {offered.map(({ key, tag, count }, row) => (
        <div
          key={key}
          id={`${list}-${row}`}
          role="option"
          tabIndex={-1}
          aria-selected={row === at}
          onPointerMove={() => setActive(row)}
          onClick={() => props.onPick(tag)}
          onKeyDown={(event) => event.key === 'Enter' && props.onPick(tag)}
          className="flex min-h-7 items-center gap-2 rounded-sm border border-transparent px-2 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]"
        >
          <bdi className="truncate">{tag}</bdi>
          <span className="ms-auto ps-2 text-small text-soft">{number(count)}</span>
        </div>
      ))}
    </div>
  );
}
