/** What nobody sees: soft hyphens, zero-width characters, overrides of direction, selectors of a glyph. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** From here on NFKC or what nobody sees may change a text. */
const beyondAscii = /[^\0-\x7f]/;

/** The text as names are compared in: what nobody sees left out, NFKC, apostrophes and hyphens of one form. */
export function folded(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}

/** A word with a sigil, an e-mail address, an address of a page, a control character. */
const noName = /(?:^|\s)[$@#＄＠＃]|\S@\S|:\/\/|\p{Cc}/u;
const letters = /\p{L}.*\p{L}/u;
const longest = 200;

/**
 * A plain name as it is compared, or null where the text can be none: it needs two letters, no white space around it,
 * and no word that begins with a sigil.
 */
export function nameIn(text: string): string | null {
  if (text.length > longest || text.trim() !== text || noName.test(text)) return null;
  const name = folded(text).replace(/\s+/g, ' ').trim();
  return name.length <= longest && letters.test(name) ? name : null;
}

/**
 * Whether a name is itself in any case: several words, a digit, a capital within (`OpenGradient`, `Coin98`). Others are
 * looked for as they were typed: `Aave` is no `AAVE`, and `Render` no `render`.
 */
export const inAnyCase = (name: string): boolean => /[\s\p{N}]|\p{Ll}\p{Lu}/u.test(name);

/** The only word of a name that a dictionary may have, in lower case; null where it has several, or more than letters. */
export const onlyWord = (name: string): string | null =>
  /^[A-Za-z]+$/.test(name) ? name.toLowerCase() : null;

/** In lower case and of the same length, so that offsets stay. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) =>
    char.toLowerCase().length === char.length ? char.toLowerCase() : char,
  ).join('');
}
