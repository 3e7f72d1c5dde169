import { useCallback } from 'react';
import type { SavedFile } from '../../lib/library/export-file.ts';
import { t } from '../../lib/library/text.ts';
import { useToasts } from '../Toasts.tsx';
import { saveFile } from './save-file.ts';

/**
 * Saves the files of an export and says so; calls `onAll` once the last is saved. Each after the first waits for a click:
 * a browser asks, or refuses without a word, where several come at once.
 */
export function useSaveFiles(): (files: readonly SavedFile[], onAll?: () => void) => void {
  const toasts = useToasts();
  return useCallback(
    (files, onAll) => {
      const save = ([file, ...rest]: readonly SavedFile[]) => {
        if (!file) return;
        saveFile(file.name, file.text);
        const saved = files.length - rest.length;
        if (rest.length > 0)
          return toasts.offerNext(
            t('backup.savedOf', { number: saved, of: files.length }),
            t('backup.saveNext', { number: saved + 1, of: files.length }),
            () => save(rest),
          );
        onAll?.();
        toasts.say(
          files.length === 1
            ? t('backup.exportedAs', { file: file.name })
            : t('backup.allSaved', { count: files.length }),
        );
      };
      save(files);
    },
    [toasts],
  );
}
