import { i18n } from '#i18n';
import { speak } from '../library/text.ts';

// Imported first by every entrypoint: what is shown is in the browser's language if there are texts for it, else in English.
// Which keys there are is checked by a test: those of the library's own code are no types here.
const ask = i18n.t as (key: string) => string;

/** What the browser answered: asking takes 6 µs, and a file to import may be wrong in a million places. */
const known = new Map<string, string>();

function look(key: string): string {
  const text = known.get(key) ?? ask(key);
  known.set(key, text);
  return text;
}

speak({ language: look('language'), look });
