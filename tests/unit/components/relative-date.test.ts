import { expect, test } from 'vitest';
import { relativeDate } from '../../../components/relative-date.tsx';

const now = new Date(2026, 2, 10, 12, 0, 0).getTime();
const minute = 60_000;

test.each([
  { ago: 0, words: 'just now', why: 'this moment' },
  { ago: 59_999, words: 'just now', why: 'less than a minute' },
  { ago: -5_000, words: 'just now', why: 'a clock that is a little ahead is no reason for “in 5 s”' },
  { ago: minute, words: '1 min ago', why: 'from a minute on' },
  { ago: 59 * minute, words: '59 min ago', why: 'up to an hour' },
  { ago: 3 * 60 * minute, words: 'today 09:00 AM', why: 'the same day' },
  { ago: 13 * 60 * minute, words: 'yesterday 11:00 PM', why: 'the day before, though less than a day ago' },
  { ago: 5 * 24 * 60 * minute, words: 'Mar 5', why: 'this year' },
  { ago: 365 * 24 * 60 * minute, words: 'Mar 10, 2025', why: 'another year' },
])('$why: $words', ({ ago, words }) => {
  expect(relativeDate(now - ago, now, 'en-US').replace(/\s/g, ' ')).toBe(words);
});
