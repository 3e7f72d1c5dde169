import { checksumOf } from './digest.ts';
import { jsonBreak } from './json-break.ts';
import { deepestJson, largestImport, tooLarge } from './limits.ts';
import { type Document, migrate, openDocument } from './migrate.ts';
import { done, failed, type Result } from './result.ts';
import { t } from './text.ts';
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
    return failed('over-limit', t('lib.file.tooDeep', { levels: deepestJson }));

  // The checksum is of the records as they were written.
  const written = openDocument(json.value);
  if (!written.ok) return written;
  const wrong = ignoreChecksum ? null : mismatch(written.value);
  if (wrong === null) return migrate(wellFormed(json.value));
  return failed('bad-checksum', wrong);
}

function parseJson(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text));
  } catch {
    const at = jsonBreak(text);
    if (!at) return failed('bad-file', t('lib.file.notJson'));
    // As an editor writes them.
    const place = { line: String(at.line), column: String(at.column) };
    return failed('bad-file', t('lib.file.notJsonAt', place));
  }
}

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => deeperThan(member, levels - 1)));

/** Why the file is not what was exported; null if it is. */
function mismatch({ counts, checksum, projects, notes, settings }: Document): string | null {
  // Only what is a number can be said as one.
  if (typeof counts?.projects !== 'number' || typeof counts.notes !== 'number') return t('lib.file.counts');
  if (counts.projects !== projects.length)
    return t('lib.file.projects', { said: String(counts.projects), held: String(projects.length) });
  if (counts.notes !== notes.length)
    return t('lib.file.notes', { said: String(counts.notes), held: String(notes.length) });
  return checksum === checksumOf({ projects, notes, settings }) ? null : t('lib.file.checksum');
}
