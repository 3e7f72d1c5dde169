import { Check, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { longestTag, tooLong } from '../../lib/library/limits.ts';
import type { Index } from '../../lib/library/schema.ts';
import { findTags, tagKey, tagsInUse } from '../../lib/library/tags.ts';
import { t } from '../../lib/library/text.ts';
import { typedTags } from '../../lib/library/typed-tags.ts';
import { useLibrary } from '../../lib/state/library.ts';

/**
 * The tags of the chosen projects, and a field to find or write one. What is picked is added to those that lack it, or taken from
 * all where all have it. Each says how many of the chosen have it.
 */
export function BulkTags(props: {
  ids: readonly string[];
  onPick: (tag: string) => void;
  onClose: () => void;
}) {
  const { ids } = props;
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const index = useLibrary((library) => library.index);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const used = useMemo(() => tagsInUse(index), [index]);
  const having = useMemo(() => {
    const projects: Index['projects'] = {};
    for (const id of ids) {
      const entry = index.projects[id];
      if (entry) projects[id] = entry;
    }
    return new Map(tagsInUse({ projects }).map(({ key, count }) => [key, count]));
  }, [index, ids]);

  const { tags: all } = typedTags(text, true);
  const typed = all.length === 1 ? (all[0] ?? '') : text;
  const isNew = all.length === 1 && !used.some(({ key }) => key === tagKey(typed));
  const isLong = typed.length > longestTag;
  // Those that the chosen have come first: they are the ones to be taken away.
  const found = findTags(used, typed).sort((a, b) => Number(having.has(b.key)) - Number(having.has(a.key)));
  const fresh = isNew && !isLong ? [{ key: tagKey(typed), tag: typed, count: 0 }] : [];
  // What is typed whole comes before what only begins so: Enter takes the first.
  const exact = found.filter(({ key }) => key === tagKey(typed));
  const options = [...exact, ...fresh, ...found.filter((each) => !exact.includes(each))];
  const at = Math.min(active, options.length - 1);
  const go = (row: number) => {
    setActive(row);
    document.getElementById(`${list}-${row}`)?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (row: number) => {
    const option = options[row];
    if (!option) return;
    // Closed first: it gives the focus back to where it was.
    dialog.current?.close();
    props.onPick(option.tag);
  };

  return (
    <dialog
      ref={dialog}
      aria-label={t('bulk.tagsOf', { count: ids.length })}
      onClose={props.onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      // The dialog closes by itself; the selection stays.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      className="mx-auto mt-[12vh] mb-auto max-h-[76vh] w-120 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line bg-sheet p-0 text-ink shadow-float backdrop:bg-[oklch(0.2_0.01_70/0.35)] open:flex open:animate-appear"
    >
      <div className="flex min-h-0 w-full flex-col">
        <input
          type="text"
          role="combobox"
          aria-label={t('bulk.tagsOf', { count: ids.length })}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          aria-invalid={isLong}
          placeholder={t('bulk.tagsOf', { count: ids.length })}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            go(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') go((at + 1) % Math.max(1, options.length));
            else if (event.key === 'ArrowUp') go((at - 1 + options.length) % Math.max(1, options.length));
            else if (event.key === 'Enter') pick(at);
            else return;
            event.preventDefault();
          }}
          className="min-h-11 w-full shrink-0 border-b border-line bg-transparent px-4 text-lead outline-none"
        />
        <div
          id={list}
          role="listbox"
          aria-label={t('tag.inUse')}
          className="flex min-h-0 flex-col overflow-y-auto p-1.5 empty:hidden"
        >
          {options.map((option, row) => {
            const { key, tag } = option;
            const has = having.get(key) ?? 0;
            const isFresh = fresh.includes(option);
            return (
              <div
                key={key}
                id={`${list}-${row}`}
                role="option"
                tabIndex={-1}
                aria-selected={row === at}
                onPointerMove={() => setActive(row)}
                onClick={() => pick(row)}
                onKeyDown={(event) => event.key === 'Enter' && pick(row)}
                className="flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]"
              >
                {isFresh ? (
                  <Plus aria-hidden="true" className="size-4 shrink-0 text-soft" strokeWidth={1.75} />
                ) : (
                  <Check
                    aria-hidden="true"
                    className={`size-4 shrink-0 text-accent ${has === ids.length ? '' : 'invisible'}`}
                    strokeWidth={2}
                  />
                )}
                <bdi className="truncate">{isFresh ? t('alias.add', { alias: tag }) : tag}</bdi>
                {has > 0 && (
                  <span className="ms-auto shrink-0 ps-2 text-small text-soft">
                    {t('panel.some', { shown: has, all: ids.length })}
                  </span>
                )}
              </div>
            );
          })}
        </div>
        <p role="status" className={options.length === 0 ? 'px-4 py-2 text-soft' : 'sr-only'}>
          {isLong
            ? tooLong('tag', typed.length, longestTag)
            : options.length === 0
              ? t('bulk.noTags')
              : t('library.found', { count: options.length })}
        </p>
      </div>
    </dialog>
  );
}
