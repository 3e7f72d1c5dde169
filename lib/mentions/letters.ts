/**
 * For character classes: letters and digits of the scripts that put spaces between words (Latin, Greek,
 * Cyrillic). Next to one of them a sigil is inside a word; next to a kanji, a kana or a hangul it is not.
 */
export const wordLetters = '0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u052f\u1e00-\u1fff';

/** For character classes: accented Latin letters and combining marks, which make a longer word of an ASCII name. */
export const accented =
  '\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u02bb\u0300-\u036f\u1e00-\u1eff';
