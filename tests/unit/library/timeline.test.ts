import { describe, expect, it } from 'vitest';
import type { Note } from '../../../lib/library/schema.ts';
import { sourcesOf, timelineOf } from '../../../lib/library/timeline.ts';

/** In local time, as a person reads it. */
const local = (month: number, day: number, hour = 12, year = 2026) => new Date(year, month - 1, day, hour);
const note = (at: Date, url?: string): Note => ({
  id: `note-${at.getTime()}`,
  projectId: 'project-1',
  kind: { type: 'note' },
  body: 'Body',
  source: url ? { url, title: url, quote: '', author: null, date: at.toISOString() } : null,
  createdAt: at.toISOString(),
  updatedAt: at.toISOString(),
  trashedAt: null,
});
const now = local(11, 22, 10).getTime();
const grouped = (...instants: Date[]) =>
  timelineOf(
    instants.map((at) => note(at)),
    now,
  ).map(({ by, begins, notes }) => [by, new Date(begins).toDateString(), notes.length]);

describe('timelineOf', () => {
  it('is empty without notes', () => {
    expect(grouped()).toEqual([]);
  });

  it('puts a day’s notes together, the first and the last minute of it', () => {
    expect(grouped(local(11, 22, 9), local(11, 22, 0), local(11, 21, 23))).toEqual([
      ['day', 'Sun Nov 22 2026', 2],
      ['day', 'Sat Nov 21 2026', 1],
    ]);
  });

  it('tells days apart for a week, then months and years', () => {
    expect(
      grouped(
        local(11, 16, 0),
        local(11, 15, 23),
        local(11, 1, 0),
        local(10, 31, 23),
        local(10, 2, 12, 2025),
      ),
    ).toEqual([
      ['day', 'Mon Nov 16 2026', 1],
      ['month', 'Sun Nov 01 2026', 2],
      ['month', 'Thu Oct 01 2026', 1],
      ['month', 'Wed Oct 01 2025', 1],
    ]);
  });

  it('takes a date that is still to come as a day: a clock was wrong', () => {
    expect(grouped(local(12, 3))).toEqual([['day', 'Thu Dec 03 2026', 1]]);
  });

  it('loses no note and keeps their order', () => {
    const notes = Array.from({ length: 400 }, (_, at) => note(new Date(now - at * 17 * 3_600_000)));
    expect(timelineOf(notes, now).flatMap((stretch) => stretch.notes)).toEqual(notes);
  });
});

it('sourcesOf names each page once, the most used first, and passes over notes without one', () => {
  const [a, b] = ['https://a.example/', 'https://b.example/'];
  const notes = [note(local(3, 3), a), note(local(3, 2)), note(local(3, 1), b), note(local(2, 1), b)];
  expect(sourcesOf(notes).map(({ source, count }) => [source.url, count])).toEqual([
    [b, 2],
    [a, 1],
  ]);
});
