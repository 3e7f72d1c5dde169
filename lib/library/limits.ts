import { type Failure, failed } from './result.ts';

/** What a name holds at most, in characters. */
export const longestName = 200;
/** What a note's text holds at most, in characters: 100 kB of plain English. */
export const longestBody = 100_000;
/** How many earlier wordings a note keeps at most. */
export const mostEarlier = 50;
/** What they hold together at most, in characters. */
export const longestEarlier = 100_000;
/** What a thesis holds at most, in characters. */
export const longestThesis = 20_000;
/** How many projects one command changes at most. */
export const mostAtOnce = 10_000;
/** What a draft holds at most, in characters: what is too long for a note must not be lost before it is shortened. */
export const longestDraft = 1_000_000;
/** What an export file may have at most, in bytes. */
export const largestImport = 50_000_000;
/** How many notes a library holds at most, those in the trash too. */
export const mostNotes = 200_000;
/** How deep the objects of an export file may be nested. */
export const deepestJson = 32;

const number = (count: number): string => count.toLocaleString('en');
const megabytes = (bytes: number): string => number(Math.ceil(bytes / 1_000_000));

/** Why a text is too long; `what` is how the sentence begins, such as `This note`. */
export const tooLong = (what: string, length: number, longest: number): string =>
  `${what} is ${number(length)} characters long. It can have ${number(longest)}${sizes[longest] ?? ''}: shorten it${longest > longestName ? ', or split it in two' : ''}.`;

const sizes: Record<number, string> = { [longestBody]: ' (100 kB)', [longestDraft]: ' (1 MB)' };

/** What is said while a note is typed, before anything is refused; null while it is short enough. */
export function tooLongToSave(body: string): string | null {
  if (body.length > longestDraft)
    return `Only ${number(longestDraft)} characters (1 MB) are kept unsaved. Copy this elsewhere before you close it.`;
  return body.trim().length > longestBody
    ? `Too long for one note, which can have ${number(longestBody)} characters (100 kB). Shorten it, or split it in two; until then it is kept here, not saved.`
    : null;
}

/** Why the earlier wordings of a note are too many letters. */
export const tooMuchEarlier = `has earlier wordings of more than ${number(longestEarlier)} characters together`;

/** For a file that is not even read. */
export const tooLarge = (bytes: number) =>
  failed(
    'over-limit',
    `This file has ${megabytes(bytes)} MB. Underline imports files of up to ${number(largestImport / 1_000_000)} MB.`,
  );

/** For a backup that was saved as a file too large to be imported; null if it is not. */
export function tooLargeToReturn(bytes: number): Failure | null {
  if (bytes <= largestImport) return null;
  return {
    code: 'over-limit',
    message:
      `The backup was saved. The file has ${megabytes(bytes)} MB, and Underline imports files of up to ${number(largestImport / 1_000_000)} MB. ` +
      'Here it can be restored whatever its size; after that, an export is in files that can be imported.',
  };
}

/** `wanted`: how many there would be. */
export const tooManyNotes = (wanted: number) =>
  failed(
    'over-limit',
    `With this your library would hold ${number(wanted)} notes. It can hold ${number(mostNotes)}, those in the trash too. Nothing was changed.`,
  );
