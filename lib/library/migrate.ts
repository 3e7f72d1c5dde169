import './zod-jitless.ts';
import * as z from 'zod';
import { misfit } from './place.ts';
import { done, failed, type Result } from './result.ts';

/** The version of stored records and of export files alike. */
export const version = 1;
export const format = 'underline-export';

/** An export file of the current version, its records not yet looked at. Loose: the rest of the header says nothing. */
const Document = z.object({
  counts: z.object({ projects: z.unknown(), notes: z.unknown() }).optional(),
  checksum: z.unknown().optional(),
  projects: z.array(z.unknown()),
  notes: z.array(z.unknown()),
  settings: z.unknown().optional(),
});
export type Document = z.infer<typeof Document>;

/**
 * Brings a document of any released version to the current one. Fails with `bad-file` if it is not an export of
 * Underline's and with `newer-version` if a later Underline wrote it. Records are not judged here.
 */
export function migrate(document: unknown): Result<Document> {
  if (!isObject(document) || document.format !== format)
    return failed('bad-file', 'This is not an export of Underline: "format" is not "underline-export".');
  if (newerThanKnown(document, 'version')) return tooNew('This file was');
  if (document.version !== version)
    return failed(
      'bad-file',
      `This export cannot be read: "version" is not a version of Underline's exports.`,
    );

  const parsed = Document.safeParse(document);
  if (parsed.success) return done(parsed.data);
  const { place, reason } = misfit(parsed.error, []);
  return failed('bad-file', `This export cannot be read: ${place}: ${reason}.`);
}

/** Whether what carries its version in `field` comes from a later Underline. */
export const newerThanKnown = (value: unknown, field: string): boolean => {
  const found = isObject(value) ? value[field] : undefined;
  return typeof found === 'number' && found > version;
};

/** `what`: how the sentence begins, such as `This file was`. */
export const tooNew = (what: string): Result<never> =>
  failed('newer-version', `${what} written by a newer Underline. Update Underline, then try again.`);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
