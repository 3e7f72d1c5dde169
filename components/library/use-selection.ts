import type { KeyboardEvent } from 'react';
import {
  chooseAll,
  clearChosen,
  extendChosen,
  toggleChosen,
  useSelection,
} from '../../lib/state/selection.ts';
import { isTyping } from '../is-typing.ts';
import { letterOf } from '../letter-of.ts';

const rowOf = (target: EventTarget): string | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-row]')?.dataset.row ??
      target.closest<HTMLElement>('[data-key]')?.dataset.key)
    : undefined;

/**
 * The keys that choose rows, for what stands around a list: `x`, Shift with an arrow, Ctrl or ⌘ with `A`, Esc. `order`: the
 * ids of all rows as they stand below one another.
 */
export function useSelectionKeys(order: readonly string[]): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const id = rowOf(event.target);
    if (id === undefined || isTyping(event.target) || !order.includes(id)) return;
    const withCommand = event.ctrlKey || event.metaKey;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      if (useSelection.getState().chosen.size === 0) return;
      clearChosen();
    } else if (withCommand && letterOf(event) === 'a') chooseAll(order);
    else if (event.shiftKey && step !== undefined) {
      // The focus moves as with an arrow alone: the list's own keys do that.
      return extendChosen(order, id, order[order.indexOf(id) + step] ?? id);
    } else if (letterOf(event) === 'x' && !withCommand && !event.altKey && !event.shiftKey) toggleChosen(id);
    else return;
    event.preventDefault();
  };
}
