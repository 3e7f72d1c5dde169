import { useCallback, useEffect, useRef } from 'react';

/** How long typing may rest unsaved, in milliseconds. */
const draftMs = 250;

/**
 * Keeps typing: `keep` hands it to `onDraft` at most 250 ms later, and at once when the surface goes away
 * (a popup is closed without unmounting). `flush` hands it over now, `drop` forgets what was not handed over yet;
 * `waits` says whether there is any.
 */
export function useDraft(onDraft: ((body: string) => void) | undefined) {
  const pending = useRef<{ body: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(onDraft);
  useEffect(() => {
    latest.current = onDraft;
  }, [onDraft]);

  const flush = useCallback(() => {
    if (!pending.current) return;
    const { body, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    latest.current?.(body);
  }, []);

  useEffect(() => {
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  const drop = useCallback(() => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
  }, []);

  const keep = useCallback(
    (body: string) => {
      if (pending.current) {
        // The first of a burst sets the clock, so that steady typing is kept too.
        pending.current.body = body;
        return;
      }
      pending.current = { body, timer: setTimeout(flush, draftMs) };
    },
    [flush],
  );
  const waits = useCallback(() => pending.current !== null, []);
  return { keep, drop, flush, waits };
}
