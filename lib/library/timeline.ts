import type { Note } from './schema.ts';

/** Notes of one day or one month, newest first. */
export interface Stretch {
  by: 'day' | 'month';
  /** Its first moment in local time, in milliseconds since 1970. */
  begins: number;
  notes: Note[];
}

/** How many days back each day stands for itself; what is older is put together by months. */
const daysApart = 7;

/**
 * Notes, given newest first, by the day they were written on as the local calendar has it, those from more than a week
 * before `now` by month. `now` is in milliseconds since 1970.
 */
export function timelineOf(notes: readonly Note[], now: number): Stretch[] {
  const today = new Date(now);
  const week = new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysApart + 1).getTime();
  const stretches: Stretch[] = [];
  for (const note of notes) {
    const at = new Date(note.createdAt);
    const by = at.getTime() >= week ? 'day' : 'month';
    const begins = new Date(at.getFullYear(), at.getMonth(), by === 'day' ? at.getDate() : 1).getTime();
    const last = stretches.at(-1);
    if (last?.by === by && last.begins === begins) last.notes.push(note);
    else stretches.push({ by, begins, notes: [note] });
  }
  return stretches;
}

/** Where notes were taken. */
export interface TakenAt {
  source: NonNullable<Note['source']>;
  /** Notes that were taken there. */
  count: number;
}

/** The pages that these notes were taken from, each once, those with the most notes first, then as given. */
export function sourcesOf(notes: readonly Note[]): TakenAt[] {
  const pages = new Map<string, TakenAt>();
  for (const { source } of notes) {
    if (!source) continue;
    const met = pages.get(source.url);
    if (met) met.count += 1;
    else pages.set(source.url, { source, count: 1 });
  }
  return [...pages.values()].sort((a, b) => b.count - a.count);
}
