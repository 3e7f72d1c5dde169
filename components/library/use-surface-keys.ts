import { type RefObject, useEffect } from 'react';
import { useLibrary } from '../../lib/state/library.ts';
import { isTyping } from '../is-typing.ts';
import { useView } from './view.tsx';

/** `/` goes to the search, Esc goes back, and back home the focus returns to the row that was opened. */
export function useSurfaceKeys(search: RefObject<HTMLInputElement | null>): void {
  const { view, back, lastRow } = useView();
  const failed = useLibrary(({ status }) => status === 'failed');
  const home = view.name === 'home';

  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      // What a field or a menu made of the key comes first.
      if (event.defaultPrevented) return;
      if (event.key === '/' && home && !isTyping(event.target)) search.current?.focus();
      else if (event.key === 'Escape' && !home) back();
      else return;
      event.preventDefault();
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.dataset.row) lastRow.current = target.dataset.row;
    };
    document.addEventListener('keydown', onKey, stop);
    document.addEventListener('focusin', onFocus, stop);
    return () => stop.abort();
  }, [home, back, search, lastRow]);

  useEffect(() => {
    if (!home || failed) return;
    const name = lastRow.current;
    const row = name && document.querySelector<HTMLElement>(`[data-row="${CSS.escape(name)}"]`);
    (row || search.current)?.focus();
  }, [home, failed, search, lastRow]);
}
