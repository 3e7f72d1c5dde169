/** Full-width sigils, letters, digits and low line: what a Japanese or Chinese keyboard types for ASCII. */
const wide = /[＄＠＃Ａ-Ｚａ-ｚ０-９＿]{1,999}/g;

const anyWide = /[＃-ｚ]/;

/** From an ASCII character to its full-width form. */
const distance = 0xfee0;

const narrowed = (letters: string): string =>
  String.fromCharCode(...Array.from(letters, (letter) => letter.charCodeAt(0) - distance));

/** Writes full-width aliases in ASCII: `＄ＯＰＧ` → `$OPG`. The length stays, so offsets do too. */
export const narrow = (text: string): string => (anyWide.test(text) ? text.replace(wide, narrowed) : text);
