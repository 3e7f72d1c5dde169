import { CircleHelp, Search as Loupe } from 'lucide-react';
import type { RefObject } from 'react';
import {
  type AliasForm,
  aliasForms,
  type FilteredList,
  isOpenFilter,
  type ListFilter,
  type ListOrder,
  listOrders,
  statusChoices,
} from '../../lib/library/library-list.ts';
import { t } from '../../lib/library/text.ts';
import { StatusGlyph, statusName } from '../StatusGlyph.tsx';
import { FilterChoice } from './FilterChoice.tsx';
import { TagFilter } from './TagFilter.tsx';

/** What narrows and sorts the list of all projects; each choice says how many it would show. */
export function LibraryFilters(props: {
  fieldRef: RefObject<HTMLInputElement | null>;
  filter: ListFilter;
  order: ListOrder;
  counts: FilteredList['counts'];
  /** How many have open questions was found out. */
  asksKnown: boolean;
  shown: number;
  all: number;
  onFilter: (change: Partial<ListFilter>) => void;
  onOrder: (order: ListOrder) => void;
  onClear: () => void;
}) {
  const { filter, counts, onFilter } = props;
  const forms = aliasForms.filter((form) => counts.form.has(form) || form === filter.form);
  return (
    <div className="flex shrink-0 flex-col gap-1.5 px-3 py-2">
      <FilterField fieldRef={props.fieldRef} text={filter.text} onText={(text) => onFilter({ text })} />
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('panel.narrow')}</legend>
        {statusChoices.map((status) => {
          const on = filter.statuses.includes(status);
          return (
            <FilterChoice
              key={status}
              name={statusName(status ?? 'none')}
              on={on}
              count={counts.status.get(status) ?? 0}
              onChange={() =>
                onFilter({
                  statuses: on
                    ? filter.statuses.filter((each) => each !== status)
                    : [...filter.statuses, status],
                })
              }
            >
              <StatusGlyph status={status} />
            </FilterChoice>
          );
        })}
        <FilterChoice
          name={t('panel.openQuestions')}
          on={filter.asks}
          count={props.asksKnown ? counts.asks : null}
          onChange={() => onFilter({ asks: !filter.asks })}
        >
          <CircleHelp aria-hidden="true" className="size-4 text-researching" strokeWidth={1.75} />
        </FilterChoice>
        <TagFilter chosen={filter.tags} counts={counts.tag} onChange={(tags) => onFilter({ tags })} />
      </fieldset>
      <div className="flex min-h-6 flex-wrap items-center gap-x-1 text-small text-soft">
        <p role="status">
          {isOpenFilter(filter)
            ? t('panel.all', { count: props.all })
            : t('panel.some', { shown: props.shown, all: props.all })}
        </p>
        {!isOpenFilter(filter) && (
          <button
            type="button"
            onClick={props.onClear}
            className="min-h-6 rounded-sm px-1 font-medium text-accent hover:underline"
          >
            {t('panel.clear')}
          </button>
        )}
        <div className="ms-auto flex min-w-0 flex-wrap justify-end gap-1">
          <Select
            label={t('panel.form')}
            value={filter.form ?? 'any'}
            options={[
              { value: 'any', name: t('panel.anyAlias') },
              ...forms.map((form) => ({
                value: form,
                name: t('panel.formCounted', {
                  form: t(`panel.forms.${form}`),
                  number: counts.form.get(form) ?? 0,
                }),
              })),
            ]}
            onPick={(form) => onFilter({ form: form === 'any' ? null : (form satisfies AliasForm) })}
          />
          <Select
            label={t('panel.order')}
            value={props.order}
            options={listOrders.map((order) => ({ value: order, name: t(`panel.orders.${order}`) }))}
            onPick={props.onOrder}
          />
        </div>
      </div>
    </div>
  );
}

/** What is typed narrows the list at once; the down arrow leads into it, Esc empties the field. */
function FilterField(props: {
  fieldRef: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
}) {
  return (
    <div className="relative">
      <Loupe
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 start-2 my-auto size-4 text-soft"
      />
      <input
        ref={props.fieldRef}
        type="text"
        aria-label={t('panel.field')}
        placeholder={t('panel.field')}
        autoComplete="off"
        spellCheck="false"
        value={props.text}
        onChange={({ target }) => props.onText(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row]')?.focus();
          else if (event.key === 'Escape' && props.text !== '') props.onText('');
          else return;
          event.preventDefault();
        }}
        className="field ps-8 pe-8"
      />
      {props.text === '' && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-2 my-auto h-5 rounded-sm border border-line px-1.5 font-sans text-small text-soft"
        >
          /
        </span>
      )}
    </div>
  );
}

/** A quiet choice among few, the browser's own. */
function Select<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; name: string }[];
  onPick: (value: Value) => void;
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={({ target }) => {
        const picked = props.options.find(({ value }) => value === target.value);
        if (picked) props.onPick(picked.value);
      }}
      className="min-h-6 min-w-0 max-w-full rounded-sm border border-transparent bg-paper px-0.5 text-small text-soft hover:bg-hover hover:text-ink"
    >
      {props.options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
