import { useEffect, useRef } from 'react';
import { holdCard } from '../../lib/state/card.ts';

const hasText = (element: Element): boolean =>
  (element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.type === 'text')) &&
  element.value !== '';

/**
 * Tells the page script to leave the card open although the pointer is elsewhere: while `busy`, while a field with
 * something in it or a drop-down has the focus, and while the person works with the keys.
 */
export function useHold(busy: boolean): void {
  const byKeys = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const settle = () => {
      if (stop.signal.aborted) return;
      const focused = document.hasFocus() ? document.activeElement : null;
      const inUse =
        focused !== null &&
        focused !== document.body &&
        (byKeys.current || hasText(focused) || focused instanceof HTMLSelectElement);
      holdCard(busy || inUse);
    };
    const settleBy = (keys: boolean) => {
      byKeys.current = keys;
      // After the event, when the focus has arrived where it goes.
      setTimeout(settle);
    };
    for (const type of ['focusin', 'focusout', 'input', 'blur'])
      addEventListener(type, () => settleBy(byKeys.current), stop);
    addEventListener('keydown', () => settleBy(true), stop);
    addEventListener('pointermove', () => byKeys.current && settleBy(false), stop);
    settle();
    return () => stop.abort();
  }, [busy]);
}
