import { t } from '../../lib/library/text.ts';
import type { useToasts } from '../Toasts.tsx';

/** How long something may take before it is said that it is under way, in milliseconds. */
const quietMs = 400;

/** Says what is under way once it takes longer than a moment, and offers to cancel it: `signal` tells. `end` it when it is over. */
export function sayLate(toasts: ReturnType<typeof useToasts>, message: string) {
  const stop = new AbortController();
  const toast: { shown: ReturnType<typeof toasts.working> | null } = { shown: null };
  const cancel = () => {
    stop.abort();
    toast.shown?.say(t('common.cancelling'));
  };
  const early = setTimeout(() => {
    toast.shown = toasts.working(message, cancel);
  }, quietMs);
  return {
    signal: stop.signal,
    say: (progress: string) => {
      if (!stop.signal.aborted) toast.shown?.say(progress);
    },
    end: () => {
      clearTimeout(early);
      toast.shown?.end();
    },
  };
}
