import { useEffect, useState } from 'react';
import { useCard } from '../../lib/state/card.ts';

/** The browser says within 100 ms and a few frames that it can be seen; a card that waits longer is covered. */
const patienceMs = 400;

/** Whether the card is let be seen by its page script, and yet cannot be seen in full. */
export function useCovered(): boolean {
  const waiting = useCard(({ revealed, clear }) => revealed && !clear);
  const [covered, setCovered] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setCovered(false);
      return;
    }
    const late = setTimeout(() => setCovered(true), patienceMs);
    return () => clearTimeout(late);
  }, [waiting]);
  return covered && waiting;
}
