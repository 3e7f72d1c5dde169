import { checksumOf } from './digest.ts';
import { jsonBreak } from './json-break.ts';
import { deepestJson, largestImport, tooLarge } from './limits.ts';
import { type Document, migrate, openDocument } from './migrate.ts';
import { done, failed, type Result } from './result.ts';
import { wellFormed } from './well-formed.ts';

/**
 * Reads the text of an export file as far as its records, which are not judged yet. Fails with `bad-file`,
 * `newer-version` or, unless that is to be ignored, `bad-checksum`; the message names the place.
 */
export function readExport(
  text: string,
  { ignoreChecksum, asThen }: { ignoreChecksum: boolean; asThen?: boolean | undefined },
): Result<Document> {
  // A backup is never too large to come back.
  if (!asThen && text.length > largestImport) return tooLarge(text.length);
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  if (deeperThan(json.value, deepestJson))
    return failed(
      'over-limit',
      `This file is nested more than ${deepestJson} levels deep. No export of Underline's is.`,
    );

  // The checksum is of the records as they were written.
  const written = openDocument(json.value);
  if (!written.ok) return written;
  const wrong = ignoreChecksum ? null : mismatch(written.value);
  if (wrong === null) return migrate(wellFormed(json.value));
  return failed(
    'bad-checksum',
    `${wrong}: it was changed or cut after it was exported. Use the original file, or import it all the same.`,
  );
}

function parseJson(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text));
  } catch {
    const at = jsonBreak(text);
    const place = at ? `: line ${at.line}, column ${at.column} cannot be read` : '';
    return failed('bad-file', `This file is not JSON${place}. It may be cut off; choose another copy.`);
  }
}

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => deeperThan(member, levels - 1)));

function mismatch({ counts, checksum, projects, notes, settings }: Document): string | null {
  if (counts?.projects !== projects.length)
    return `"counts" says ${counts?.projects} projects, but the file holds ${projects.length}`;
  if (counts.notes !== notes.length)
    return `"counts" says ${counts.notes} notes, but the file holds ${notes.length}`;
  return checksum === checksumOf({ projects, notes, settings })
    ? null
    : `The file does not match its checksum`;
}
