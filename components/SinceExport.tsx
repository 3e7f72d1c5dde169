import { useLibrary } from '../lib/state/library.ts';
import { RelativeDate } from './relative-date.tsx';

/** How much a file from the last export lacks; nothing where it lacks nothing, or where there is nothing to export. */
export function SinceExport() {
  const { changes, at } = useLibrary((library) => library.sinceExport);
  if (changes === 0) return null;
  const many = `${changes.toLocaleString()} ${changes === 1 ? 'change' : 'changes'}`;
  return at === null ? (
    <>{many}, and never exported</>
  ) : (
    <>
      {many} since your last export, <RelativeDate instant={at} />
    </>
  );
}
