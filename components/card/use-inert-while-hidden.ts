import { useEffect, useLayoutEffect, useRef } from 'react';
import { useCard } from '../../lib/state/card.ts';

/**
 * What cannot be seen in full takes no click and no key: something may be laid over it to lure them. Toasts and menus
 * stand beside the root and count too. The focus that is lost by it comes back, as long as the card shows the same.
 */
export function useInertWhileHidden(shown: number): void {
  const clear = useCard((card) => card.clear);
  const lost = useRef<{ shown: number; element: Element | null } | null>(null);
  useLayoutEffect(() => {
    if (!clear) lost.current = { shown, element: document.activeElement };
    for (const part of document.querySelectorAll<HTMLElement>('main, body > :not(#root)'))
      part.inert = !clear;
    if (!clear || lost.current?.shown !== shown) return;
    const { element } = lost.current;
    lost.current = null;
    if (document.activeElement === document.body && element instanceof HTMLElement)
      element.focus({ preventScroll: true });
  }, [clear, shown]);

  useEffect(() => {
    if (clear) return;
    const stop = new AbortController();
    // With nothing in the card to go to, Tab would leave it.
    const stay = (event: KeyboardEvent) => event.key === 'Tab' && event.preventDefault();
    addEventListener('keydown', stay, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [clear]);
}
