/** How a word of a query was found in what is searched; higher is better. Names count four times as much as texts. */
const worth = {
  name: { whole: 12, start: 8, part: 5, alike: 4 },
  text: { whole: 3, start: 2, alike: 1 },
};

/** Words of letters and digits; without spaces between words (Chinese, Japanese) each character is one. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

/** The same of plain text, which most is, in half the time. */
const plain = /^[\0-\x7f]*$/;
const plainWord = /[a-z0-9]+/g;

/** A sigil is no part of a word, so that `$opg` and `opg` find the same. */
const wordsOf = (text: string): string[] =>
  (plain.test(text)
    ? text.toLowerCase().match(plainWord)
    : text.normalize('NFKC').toLowerCase().match(word)) ?? [];

/** More words than a person types; what is longer is pasted. */
const mostWords = 12;

interface Term {
  text: string;
  letters: number;
  /** The documents that have it in their name, and those that have it in their texts. */
  names: number[];
  texts: number[];
}

/** Which documents have which words. Documents are numbers from 0 on, each at most once in use. */
export interface WordTable {
  /** Adds words of a document: of its name and what else it is called, or of its texts. */
  add(document: number, of: 'names' | 'texts', text: string): void;
  /**
   * The documents that have every word of the query, with how well they fit: whole, as the beginning of a word, in names
   * from any letter on, or with one letter in five wrong where nothing else fits. An empty query finds nothing.
   */
  find(query: string, documents: number): Fits;
}

/** How well each document fits, by number; 0: not at all. */
export type Fits = Uint8Array;

/**
 * An index of words that answers in milliseconds how ever many documents have them: lists of numbers, and one byte for
 * each document while a query is answered.
 */
export function wordTable(): WordTable {
  const terms = new Map<string, Term>();
  /** By the first letter, so that a beginning is looked for among a twentieth of all words. */
  const byFirst = new Map<string, Term[]>();
  const inNames: Term[] = [];

  function termOf(text: string): Term {
    const met = terms.get(text);
    if (met) return met;
    const made: Term = { text, letters: lettersOf(text), names: [], texts: [] };
    terms.set(text, made);
    const first = byFirst.get(text.charAt(0));
    if (first) first.push(made);
    else byFirst.set(text.charAt(0), [made]);
    return made;
  }

  /** Calls for each term that the word can stand for, with what the term is worth in names and in texts. */
  function eachTerm(wanted: string, hear: (term: Term, name: number, text: number) => void): void {
    let met = false;
    for (const term of byFirst.get(wanted.charAt(0)) ?? []) {
      if (!term.text.startsWith(wanted)) continue;
      met = true;
      const how = term.text.length === wanted.length ? 'whole' : 'start';
      hear(term, worth.name[how], worth.text[how]);
    }
    for (const term of inNames) {
      if (!term.text.includes(wanted, 1)) continue;
      met = true;
      hear(term, worth.name.part, 0);
    }
    if (met || wanted.length < 4 || wanted.length > 20) return;
    const most = Math.round(wanted.length / 5);
    const letters = lettersOf(wanted);
    for (const term of terms.values()) {
      if (Math.abs(term.text.length - wanted.length) > most) continue;
      // Each edit takes away or brings one letter at most: most words are left out by this alone.
      if (bits(letters & ~term.letters) > most || bits(term.letters & ~letters) > most) continue;
      if (isWithin(wanted, term.text, most)) hear(term, worth.name.alike, worth.text.alike);
    }
  }

  return {
    add(document, of, text) {
      for (const one of wordsOf(text)) {
        const term = termOf(one);
        const list = term[of];
        if (of === 'names' && list.length === 0) inNames.push(term);
        if (list.at(-1) !== document) list.push(document);
      }
    },
    find(query, documents) {
      const wanted = [...new Set(wordsOf(query))].slice(0, mostWords);
      let before: Fits | null = null;
      for (const one of wanted) {
        const fits: Fits = new Uint8Array(documents);
        let any = false;
        const raise = (list: number[], to: number) => {
          for (const document of list) {
            const sum = before === null ? to : before[document] ? before[document] + to : 0;
            if (sum > (fits[document] ?? 0)) fits[document] = sum;
            any ||= sum > 0;
          }
        };
        eachTerm(one, (term, name, text) => {
          raise(term.names, name);
          if (text > 0) raise(term.texts, text);
        });
        before = fits;
        if (!any) break;
      }
      return before ?? new Uint8Array(documents);
    },
  };
}

/** One bit for each of 32 classes of letters that the text has. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bits(of: number): number {
  let left = of;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

/** Whether one text becomes the other by at most so many letters added, left out or replaced. */
function isWithin(a: string, b: string, most: number): boolean {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let least = row;
    for (let at = 1; at <= b.length; at += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(at - 1) ? 0 : 1;
      const edits = Math.min((above[at - 1] ?? 0) + same, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1);
      line.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return false;
    above = line;
  }
  return (above[b.length] ?? 0) <= most;
}
