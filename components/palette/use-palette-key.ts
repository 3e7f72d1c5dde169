import { useEffect } from 'react';
import { letterOf } from '../letter-of.ts';

/** Calls when Ctrl+K or ⌘K is pressed, also where one is typing. */
export function usePaletteKey(onKey: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (letterOf(event) !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey || event.isComposing) return;
      // The browser would go to its own search field.
      event.preventDefault();
      onKey();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onKey]);
}
