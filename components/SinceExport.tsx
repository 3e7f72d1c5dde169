import { t } from '../lib/library/text.ts';
import { useLibrary } from '../lib/state/library.ts';
import { Phrase } from './Phrase.tsx';
import { RelativeDate } from './relative-date.tsx';

/** How much a file from the last export lacks; nothing where it lacks nothing, or where there is nothing to export. */
export function SinceExport() {
  const { changes, at } = useLibrary((library) => library.sinceExport);
  if (changes === 0) return null;
  return at === null ? (
    t('backup.neverExported', { count: changes })
  ) : (
    <Phrase of="backup.sinceExport" count={changes} date={<RelativeDate instant={at} />} />
  );
}
