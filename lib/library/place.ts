import type * as z from 'zod';

/** A path as a reader writes it: `notes[3].body`; the empty path is the empty text. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

/** Where and why data does not fit its schema; the first reason only. */
export function misfit(error: z.ZodError, at: readonly PropertyKey[]): { place: string; reason: string } {
  const [issue] = error.issues;
  return { place: placeOf([...at, ...(issue?.path ?? [])]), reason: issue?.message ?? 'is not readable' };
}
