import type { MouseEvent as ClickEvent, ReactNode } from 'react';
import { t } from '../../lib/library/text.ts';
import { extendChosen, toggleChosen, useSelection } from '../../lib/state/selection.ts';

/**
 * A row with a box before it that chooses it. The boxes show themselves where the pointer or the focus is, and all of them once
 * one is ticked. Shift and a click choose all up to there, Ctrl or ⌘ and a click one more; a click alone is the row's own.
 */
export function Selectable(props: {
  id: string;
  name: string;
  /** The ids of all rows, as they stand below one another. */
  order: readonly string[];
  tabIndex: 0 | -1;
  children: ReactNode;
}) {
  const { id, order } = props;
  const chosen = useSelection((selection) => selection.chosen.has(id));
  const some = useSelection((selection) => selection.chosen.size > 0);
  const extend = () => extendChosen(order, useSelection.getState().anchor ?? id, id);
  const onClick = (event: ClickEvent<HTMLElement>) => {
    // The box's own click: prevented, the browser would put the tick back as it was.
    if (event.target instanceof HTMLInputElement) return;
    const withCommand = event.ctrlKey || event.metaKey;
    if (!event.shiftKey && !withCommand) return;
    event.preventDefault();
    event.stopPropagation();
    if (withCommand) toggleChosen(id);
    else extend();
  };
  return (
    <div
      onClickCapture={onClick}
      className={`group flex items-center rounded-md ${chosen ? 'bg-accent-soft' : ''}`}
    >
      <label className="grid size-7 shrink-0 place-items-center">
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={props.tabIndex}
          aria-label={t('bulk.choose', { name: props.name })}
          onChange={({ nativeEvent }) => {
            const withShift = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
            if (withShift && !nativeEvent.ctrlKey && !nativeEvent.metaKey) extend();
            else toggleChosen(id);
          }}
          className={`size-3.5 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 forced-colors:opacity-100 ${some ? '' : 'opacity-0'}`}
        />
      </label>
      <div className="min-w-0 grow">{props.children}</div>
    </div>
  );
}
