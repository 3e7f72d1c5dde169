import { useCallback } from 'react';
import { t } from '../../lib/library/text.ts';
import { exportLibrary, noteExport } from '../../lib/state/export.ts';
import { useToasts } from '../Toasts.tsx';
import { useSaveFiles } from './use-save-files.ts';

/** How long an export may take before it is said how far it is, in milliseconds. */
const quietMs = 400;

/** Saves the whole library as a file or several, and says what came of it; a long one says how far it is and can be cancelled. */
export function useExport(appVersion: string): () => Promise<void> {
  const toasts = useToasts();
  const save = useSaveFiles();
  return useCallback(async () => {
    const stop = new AbortController();
    const toast: { shown: ReturnType<typeof toasts.working> | null } = { shown: null };
    const onProgress = (done: number, of: number) =>
      toast.shown?.say(t('backup.exportingOf', { done, count: of }));
    const early = setTimeout(() => {
      toast.shown = toasts.working(t('backup.exporting'), () => stop.abort());
    }, quietMs);
    const made = await exportLibrary(appVersion, { signal: stop.signal, onProgress });
    clearTimeout(early);
    toast.shown?.end();
    if (made.ok) save(made.value.files, () => noteExport(made.value.generation));
    else if (made.error.code === 'cancelled') toasts.say(t('backup.exportCancelled'));
    else toasts.fail(made.error);
  }, [appVersion, toasts, save]);
}
