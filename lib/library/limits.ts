import { type Failure, failed } from './result.ts';
import { number, t } from './text.ts';

/** What a name holds at most, in characters. */
export const longestName = 200;
/** What a note's text holds at most, in characters: 100 kB of plain English. */
export const longestBody = 100_000;
/** What a tag holds at most, in characters. */
export const longestTag = 40;
/** How many tags a project has at most. */
export const mostTags = 20;
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

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** What people type that can be too long. */
const typed = {
  it: 'lib.tooLong.it',
  name: 'lib.tooLong.name',
  body: 'lib.tooLong.note',
  thesis: 'lib.tooLong.thesis',
  tag: 'lib.tooLong.tag',
  draft: 'lib.tooLong.typed',
};
export type Typed = keyof typeof typed;

/** Why a text of `length` characters is too long; `it` for one that the sentence before names. */
export function tooLong(what: Typed, length: number, longest: number): string {
  const key = what === 'it' && longest <= longestName ? 'lib.tooLong.itShort' : typed[what];
  return t(key, { count: length, longest: sized(longest) });
}

function sized(longest: number): string {
  if (longest === longestBody) return t('lib.tooLong.plainText', { longest });
  return longest === longestDraft ? t('lib.tooLong.megabyte', { longest }) : number(longest);
}

/** What is said while a note is typed, before anything is refused; null while it is short enough. */
export function tooLongToSave(body: string): string | null {
  if (body.length > longestDraft) return t('lib.limit.draft', { longest: longestDraft });
  return body.trim().length > longestBody ? t('lib.limit.note', { longest: longestBody }) : null;
}

/** For a file that is not even read. */
export const tooLarge = (bytes: number) =>
  failed('over-limit', t('lib.limit.file', { size: megabytes(bytes), largest: megabytes(largestImport) }));

/** For a backup that was saved as a file too large to be imported; null if it is not. */
export function tooLargeToReturn(bytes: number): Failure | null {
  if (bytes <= largestImport) return null;
  const sizes = { size: megabytes(bytes), largest: megabytes(largestImport) };
  return { code: 'over-limit', message: t('lib.limit.toReturn', sizes) };
}

/** `wanted`: how many there would be. */
export const tooManyNotes = (wanted: number) =>
  failed('over-limit', t('lib.limit.notes', { count: wanted, most: mostNotes }));

/** For a project of this name that would get so many tags. */
export const tooManyTags = (name: string, count: number) =>
  failed('bad-command', t('lib.limit.tags', { name, count, most: mostTags }));
