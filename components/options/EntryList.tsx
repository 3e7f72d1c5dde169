import { useMemo, useRef, useState } from 'react';
import { number, t } from '../../lib/library/text.ts';
import { Button } from '../Button.tsx';
import { LongList } from '../library/LongList.tsx';
import { rowKeys } from '../library/row-keys.ts';

export interface Entry {
  key: string;
  text: string;
  /** Where it holds. */
  detail?: string;
}

/** A list that fits on a screen is looked through faster than it is searched. */
const searchedFrom = 8;

const keyOf = ({ key }: Entry): string => key;

/** A list of any length that the user made, with a search once it is long, and a way out for each entry. */
export function EntryList<Row extends Entry>(props: {
  label: string;
  entries: readonly Row[];
  /** Stands where there is no entry. */
  empty: string;
  /** What is written on the button of an entry. */
  action: string;
  /** The whole name of that button. */
  actionOf: (entry: Row) => string;
  onRemove: (entry: Row) => void;
}) {
  const { label, entries, actionOf } = props;
  const [typed, setTyped] = useState('');
  const whole = useRef<HTMLDivElement>(null);
  const wanted = typed.trim().toLowerCase();
  const found = useMemo(
    () => (wanted === '' ? entries : entries.filter(({ text }) => text.toLowerCase().includes(wanted))),
    [entries, wanted],
  );
  const remove = (entry: Row, button: HTMLElement) => {
    // The button goes with its row: the focus goes on to the next, or the one before.
    const rows = [...(whole.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(button);
    (rows[at + 1] ?? rows[at - 1] ?? whole.current)?.focus();
    props.onRemove(entry);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced with each row
    <div
      ref={whole}
      role="group"
      aria-label={label}
      tabIndex={-1}
      className="flex flex-col gap-2 outline-none"
    >
      {/* While it filters, it stays: what it hides could not be found again. */}
      {(entries.length >= searchedFrom || typed !== '') && (
        <div className="flex items-center gap-3">
          <input
            type="search"
            className="field"
            aria-label={t('options.list.searchIn', { list: label })}
            placeholder={t('options.list.search')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span role="status" className="shrink-0 text-small text-soft">
            {wanted === ''
              ? t('options.list.entries', { count: entries.length })
              : t('panel.some', { shown: number(found.length), all: number(entries.length) })}
          </span>
        </div>
      )}
      {found.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-4 py-5 text-center text-pretty text-soft">
          {entries.length === 0 ? props.empty : t('options.list.nothing', { typed: typed.trim() })}
        </p>
      ) : (
        <div
          data-scroller=""
          className="max-h-80 overflow-y-auto rounded-lg border border-line bg-sheet py-1"
        >
          <div>
            <LongList
              // Another search begins at its first row.
              key={wanted}
              label={label}
              items={found}
              keyOf={keyOf}
              onKeyDown={rowKeys}
              rem={2.25}
              row={(entry, tabIndex) => (
                <div className="flex min-h-9 items-center gap-3 ps-4 pe-2">
                  <p className="min-w-0 flex-1 py-1">
                    <bdi>{entry.text}</bdi>
                    {entry.detail && <span className="ms-2 text-small text-soft">{entry.detail}</span>}
                  </p>
                  <Button
                    look="quiet"
                    tabIndex={tabIndex}
                    data-row={entry.key}
                    aria-label={actionOf(entry)}
                    onClick={({ currentTarget }) => remove(entry, currentTarget)}
                  >
                    {props.action}
                  </Button>
                </div>
              )}
            />
          </div>
        </div>
      )}
    </div>
  );
}
