import { useMemo } from 'react';
import { language, t } from '../../lib/library/text.ts';
import { type Stretch, timelineOf } from '../../lib/library/timeline.ts';
import { NoteList } from '../NoteList.tsx';

/** What a stretch of time is called: today and yesterday by name, other days of the last week, months. */
function nameOf({ by, begins }: Stretch): string {
  const midnight = new Date().setHours(0, 0, 0, 0);
  // By the calendar: not every day has 24 hours.
  const yesterday = new Date(midnight).setDate(new Date(midnight).getDate() - 1);
  if (by === 'day' && begins === midnight) return t('panel.today');
  if (by === 'day' && begins === yesterday) return t('panel.yesterday');
  const as: Intl.DateTimeFormatOptions =
    by === 'day' ? { weekday: 'long', day: 'numeric', month: 'long' } : { month: 'long', year: 'numeric' };
  return new Date(begins).toLocaleDateString(language(), as);
}

/** Notes by the day or month they are from, with a quiet line above each. */
export function Timeline(props: Omit<Parameters<typeof NoteList>[0], 'above'>) {
  const { notes } = props;
  const names = useMemo(
    () =>
      new Map(
        timelineOf(notes, Date.now()).map((stretch) => [stretch.notes[0]?.id, nameOf(stretch)] as const),
      ),
    [notes],
  );
  return (
    <NoteList
      {...props}
      above={({ id }) => {
        const name = names.get(id);
        return (
          name !== undefined && (
            <h3 className="mb-2 flex items-center gap-2 text-small text-soft after:h-px after:grow after:bg-line">
              {/* A flex container has no first letter. */}
              <span className="inline-block first-letter:uppercase">{name}</span>
            </h3>
          )
        );
      }}
    />
  );
}
