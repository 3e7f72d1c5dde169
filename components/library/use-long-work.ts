import { useCallback, useState } from 'react';
import type { Watch } from '../../lib/extension/whole-library.ts';

/** Work that somebody waits for; `of` is 0 while nobody knows how much it is. */
export interface LongWork {
  label: string;
  done: number;
  of: number;
  cancelled: boolean;
  cancel: () => void;
}

/** What is under way in a view. `begin` answers who watches it; `end` is called when it is over. */
export function useLongWork() {
  const [work, setWork] = useState<LongWork | null>(null);
  const begin = useCallback((label: string): Watch => {
    const stop = new AbortController();
    const cancel = () => {
      stop.abort();
      setWork((now) => now && { ...now, cancelled: true });
    };
    setWork({ label, done: 0, of: 0, cancelled: false, cancel });
    return {
      signal: stop.signal,
      onProgress: (done, of) => setWork((now) => now && { ...now, done, of }),
    };
  }, []);
  const end = useCallback(() => setWork(null), []);
  return { work, begin, end };
}
