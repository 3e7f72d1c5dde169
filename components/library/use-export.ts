import { useCallback } from 'react';
import { t } from '../../lib/library/text.ts';
import { exportLibrary, noteExport } from '../../lib/state/export.ts';
import { useToasts } from '../Toasts.tsx';
import { sayLate } from './say-late.ts';
import { useSaveFiles } from './use-save-files.ts';

/** Saves the whole library as a file or several, and says what came of it; a long one says how far it is and can be cancelled. */
export function useExport(appVersion: string): () => Promise<void> {
  const toasts = useToasts();
  const save = useSaveFiles();
  return useCallback(async () => {
    const { signal, say, end } = sayLate(toasts, t('backup.exporting'));
    const onProgress = (done: number, of: number) => say(t('backup.exportingOf', { done, count: of }));
    const made = await exportLibrary(appVersion, { signal, onProgress });
    end();
    if (made.ok) save(made.value.files, () => noteExport(made.value.generation));
    else if (made.error.code === 'cancelled') toasts.say(t('backup.exportCancelled'));
    else toasts.fail(made.error);
  }, [appVersion, toasts, save]);
}
