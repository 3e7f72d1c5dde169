import { type KeyboardEventHandler, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useRows } from './use-rows.ts';
import { useView } from './view.tsx';

/**
 * A list of any length of which only the rows near the view stand in the page. Its first and last row, the one with the
 * focus and that one's neighbours always do, so that arrow keys, Home and End lead everywhere. One row takes part in Tab:
 * the one that had the focus last.
 */
export function LongList<Item>(props: {
  items: readonly Item[];
  /** As the row's `data-row`. */
  keyOf: (item: Item) => string;
  row: (item: Item, tabIndex: 0 | -1) => ReactNode;
  label?: string;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
  /** A row's height before it was ever shown. */
  rem?: number;
  /** Rows that hold something of the user's and must not go, by key. */
  held?: ReadonlySet<string>;
}) {
  const { items, keyOf, row, held } = props;
  const { lastRow } = useView();
  const list = useRef<HTMLUListElement>(null);
  const places = useMemo(() => new Map(items.map((item, at) => [keyOf(item), at])), [items, keyOf]);
  const [focused, setFocused] = useState(lastRow.current);
  const at = places.get(focused ?? '') ?? 0;
  const kept = [
    0,
    at - 1,
    at,
    at + 1,
    items.length - 1,
    ...[...(held ?? [])].map((key) => places.get(key) ?? -1),
  ];
  const keyAt = useCallback(
    (place: number) => {
      const item = items[place];
      return item === undefined ? '' : keyOf(item);
    },
    [items, keyOf],
  );
  // A held row has fields of its own for Tab; the row after it leads to the others.
  let tabStop = at;
  while (tabStop < items.length - 1 && held?.has(keyAt(tabStop))) tabStop += 1;
  while (tabStop > 0 && held?.has(keyAt(tabStop))) tabStop -= 1;
  const { rows, height, above, measureRow } = useRows(list, {
    count: items.length,
    keyOf: keyAt,
    rem: props.rem ?? 2,
    kept,
  });

  return (
    <ul
      ref={list}
      aria-label={props.label}
      onKeyDown={props.onKeyDown}
      className="@container relative"
      style={{ height }}
      onFocus={({ target }) => {
        const key = target.closest<HTMLElement>('[data-key]')?.dataset.key;
        if (key !== undefined) setFocused(key);
      }}
    >
      {rows.map(({ index, key, start }) => {
        const item = items[index];
        return (
          item !== undefined && (
            <li
              key={key}
              ref={measureRow}
              data-index={index}
              data-key={key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start - above}px)` }}
            >
              {row(item, index === tabStop ? 0 : -1)}
            </li>
          )
        );
      })}
    </ul>
  );
}
