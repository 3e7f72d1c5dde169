import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move between the rows of a list; Tab still works as everywhere. */
export function rowKeys(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const { activeElement: active } = document;
  // A row's box and its other buttons count as the row; where it is a form, arrows are the fields' own.
  const isInRow = active?.matches('button, [type=checkbox], a') ?? false;
  const at = rows.findIndex(
    (row) => row === active || (isInRow && row.closest('[data-key]')?.contains(active)),
  );
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
}
