/** Where the words come from that users read. */
export interface Dictionary {
  /** The language of the texts themselves, as BCP 47: the browser's own may be one that there are no texts for. */
  language: string;
  /** The text of this key, unfilled; empty if there is none. */
  look(key: string): string;
}

let dictionary: Dictionary = { language: 'en', look: () => '' };
// Making one takes 70 µs, and every row of a list may count something.
let plurals = new Intl.PluralRules('en');

/** Sets the words once, before anything is shown. */
export function speak(words: Dictionary): void {
  dictionary = words;
  plurals = new Intl.PluralRules(words.language);
}

/** The language of the words, as BCP 47. */
export const language = (): string => dictionary.language;

/**
 * The text of a key of `locales/`, with each `{name}` filled in. A number named `count` chooses among the plural forms of
 * the language (`key.one`, `key.other`, …); numbers are written as the language does. The key itself where there is no text.
 */
export function t(key: string, fillings: Record<string, string | number> = {}): string {
  const { count } = fillings;
  const text = dictionary.look(typeof count === 'number' ? `${key}.${plurals.select(count)}` : key);
  return (text || key).replace(/\{(\w+)\}/g, (written, name: string) => {
    const filling = fillings[name];
    return filling === undefined ? written : typeof filling === 'number' ? number(filling) : filling;
  });
}

/** A number as the language writes it. */
export const number = (value: number): string => value.toLocaleString(dictionary.language);
