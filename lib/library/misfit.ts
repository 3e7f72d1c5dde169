import './zod-jitless.ts';
import * as z from 'zod';
import { t } from './text.ts';

// Whoever shows why something does not fit does so by `misfit`: no schema speaks in zod's own words.
z.config({ customError: reasonOf });

/** Where and why data does not fit its schema, in plain words; the first reason only, so that a sentence can end with it. */
export function misfit(error: z.ZodError, at: readonly PropertyKey[]): { place: string; reason: string } {
  const [issue] = error.issues;
  return {
    place: placeOf([...at, ...(issue?.path ?? [])]),
    reason: issue?.message ?? t('lib.misfit.unexpected'),
  };
}

/** A path as a reader writes it: `notes[3].body`; the empty path is the empty text. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

function reasonOf(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return t('lib.misfit.missing');
  switch (issue.code) {
    case 'invalid_type':
      return t(types[issue.expected] ?? 'lib.misfit.unexpected');
    case 'invalid_value':
      return t('lib.misfit.choice', { count: issue.values.length, values: listed(issue.values) });
    case 'unrecognized_keys':
      return t('lib.misfit.unknown', { count: issue.keys.length, fields: listed(issue.keys) });
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return t(formats[issue.format] ?? 'lib.misfit.unexpected', { example: '2026-03-01T12:00:00.000Z' });
    default:
      return t('lib.misfit.unexpected');
  }
}

const isSized = (origin: string): boolean => origin === 'string' || origin === 'array';

function tooSmall(origin: string, least: number): string {
  if (!isSized(origin)) return t('lib.misfit.atLeast', { least });
  return least === 1 ? t('lib.misfit.empty') : t('lib.misfit.shortest', { count: least });
}

function tooBig(origin: string, most: number): string {
  if (!isSized(origin)) return t('lib.misfit.atMost', { most });
  return t(origin === 'string' ? 'lib.misfit.longest' : 'lib.misfit.most', { count: most });
}

/** Names as they stand in a file, in quotes. */
const listed = (names: readonly unknown[]): string => names.map((name) => JSON.stringify(name)).join(', ');

const types: Record<string, string> = {
  string: 'lib.misfit.text',
  number: 'lib.misfit.number',
  int: 'lib.misfit.whole',
  boolean: 'lib.misfit.flag',
  array: 'lib.misfit.list',
  object: 'lib.misfit.object',
  record: 'lib.misfit.object',
};

const formats: Record<string, string> = { datetime: 'lib.misfit.date', url: 'lib.misfit.address' };
