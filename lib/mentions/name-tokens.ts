/** How a character stands in a word. */
const kinds = { space: 1, word: 2, katakana: 3, hangul: 4, spaceless: 5, mark: 6 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Scripts that write no space between words: there, each character may begin a name. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}]/u;
const katakana = /[\p{Script=Katakana}ー]/u;
const hangul = /\p{Script=Hangul}/u;
const word = /[\p{L}\p{N}\p{M}_]/u;

/** By UTF-16 unit, found out when first met. */
const known = new Uint8Array(0x1_0000);
for (let unit = 0; unit < 0x80; unit++) known[unit] = kindOf(unit);

function kindOf(unit: number): Kind {
  const char = String.fromCharCode(unit);
  if (/\s/.test(char)) return kinds.space;
  // Halves of rare characters, many of them CJK.
  if (unit >= 0xd800 && unit < 0xe000) return kinds.spaceless;
  if (katakana.test(char)) return kinds.katakana;
  if (spaceless.test(char)) return kinds.spaceless;
  if (hangul.test(char)) return kinds.hangul;
  return word.test(char) ? kinds.word : kinds.mark;
}

const kindAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  const kind = known[unit];
  if (kind) return kind;
  const found = kindOf(unit);
  known[unit] = found;
  return found;
};

export const isSpaceAt = (text: string, at: number): boolean => kindAt(text, at) === kinds.space;
export const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && kindAt(text, at) !== kinds.space && kindAt(text, at) !== kinds.mark;
export const isHangulAt = (text: string, at: number): boolean => kindAt(text, at) === kinds.hangul;

/** A number for a word, so that most of those in which no name begins need not be cut out and looked up. */
export function tokenHash(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return Math.imul(hash, 0x9e3779b1) >>> 12;
}

/** As many as `tokenHash` has. */
export const hashes = 1 << 20;

/** Where the word that begins here ends; a mark, and a character of a script without spaces, is one of its own. */
export function tokenEnd(text: string, start: number): number {
  const kind = kindAt(text, start);
  let end = start + 1;
  if (kind === kinds.spaceless || kind === kinds.mark) return end;
  while (end < text.length && kindAt(text, end) === kind) end++;
  return end;
}
