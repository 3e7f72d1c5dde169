import { useEffect, useRef } from 'react';
import { holdCard, useCard } from '../../lib/state/card.ts';

const isTextField = (element: EventTarget | null): element is HTMLElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/**
 * Tells the page script to leave the card open although the pointer is elsewhere: while `busy`, while a text field that
 * the person pressed or typed in or a drop-down has the focus, and while they work with the keys. What stands in the
 * field does not count: the page sees whether the card stays, and that must not depend on what it shows.
 */
export function useHold(busy: boolean): void {
  const byKeys = useRef(false);
  const clear = useCard((card) => card.clear);
  const used = useRef<EventTarget | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const settle = () => {
      // A card that is covered has lost the focus by nobody's will.
      if (stop.signal.aborted || !clear) return;
      const focused = document.hasFocus() ? document.activeElement : null;
      const inUse =
        focused !== null &&
        focused !== document.body &&
        (byKeys.current || focused === used.current || focused instanceof HTMLSelectElement);
      holdCard(busy || inUse);
    };
    const settleBy = (keys: boolean) => {
      byKeys.current = keys;
      // After the event, when the focus has arrived where it goes.
      setTimeout(settle);
    };
    for (const type of ['pointerdown', 'input'])
      addEventListener(
        type,
        ({ target }) => {
          if (isTextField(target)) used.current = target;
        },
        { signal: stop.signal, capture: true },
      );
    for (const type of ['focusin', 'focusout', 'input', 'blur'])
      addEventListener(type, () => settleBy(byKeys.current), stop);
    addEventListener('keydown', () => settleBy(true), stop);
    addEventListener('pointermove', () => byKeys.current && settleBy(false), stop);
    settle();
    return () => stop.abort();
  }, [busy, clear]);
}
