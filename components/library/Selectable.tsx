import type { MouseEvent as ClickEvent, ReactNode } from 'react';
import { t } from '../../lib/library/text.ts';
import { extendChosen, toggleChosen, useSelection } from '../../lib/state/selection.ts';

// Under a finger, and where colours do not tell one row from another, the boxes always stand there.
const covering =
  'absolute inset-y-0 start-0 my-auto bg-inherit opacity-0 group-hover:opacity-100 has-focus-visible:opacity-100 pointer-coarse:static pointer-coarse:opacity-100 forced-colors:static forced-colors:opacity-100';

/**
 * A row with a box that chooses it. Where the pointer or the box's focus is, it covers what the row begins with, so that nothing
 * moves; once one is ticked, all of them stand before their rows. Shift and a click choose all up to there, Ctrl or ⌘ and a click one more; a click alone is the row's own.
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
      className={`group relative flex items-center rounded-md ${chosen ? 'bg-accent-soft' : 'bg-paper hover:bg-hover'}`}
    >
      <label className={`ms-0.5 grid size-7 shrink-0 place-items-center ${some ? '' : covering}`}>
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
          className="size-3.5"
        />
      </label>
      <div className="min-w-0 grow">{props.children}</div>
    </div>
  );
}
