import { hashes, isHangulAt, isSpaceAt, isWordAt, tokenEnd, tokenHash } from './name-tokens.ts';
import { lowered } from './plain-names.ts';

/** One name that stands in a trie; it has to be `folded`. */
export interface Entry<T> {
  name: string;
  anyCase: boolean;
  value: T;
}

interface Node<T> {
  /** By the next word in lower case, with a space before it where white space has to stand. */
  next: Map<string, Node<T>> | null;
  /** The names that end here: they differ in case alone. */
  ends: Entry<T>[] | null;
}

export interface NameTrie<T> {
  /**
   * Calls with every name in the text, which has to be `folded`: whole words, the longest first, none over another.
   * A name that is not wanted is passed over.
   */
  find(text: string, isWanted: (entry: Entry<T>) => boolean, onFound: OnFound<T>): void;
}

/** The names that stand from `start` to `end`: several where they differ in case alone. */
type OnFound<T> = (entries: readonly Entry<T>[], start: number, end: number) => void;

/** Builds a trie by words, so that a page is read once however many names there are. */
export function nameTrie<T>(names: Iterable<Entry<T>>): NameTrie<T> {
  const root: Node<T> = { next: null, ends: null };
  for (const entry of names) {
    const node = endOf(root, entry.name);
    if (node.ends) node.ends.push(entry);
    else node.ends = [entry];
  }
  const first = root.next;
  if (!first) return { find: () => undefined };
  const begins = new Uint8Array(hashes);
  for (const token of first.keys()) begins[tokenHash(token, 0, token.length)] = 1;
  return { find: (text, isWanted, onFound) => findIn(first, begins, text, isWanted, onFound) };
}

function endOf<T>(root: Node<T>, name: string): Node<T> {
  const lower = lowered(name);
  let node = root;
  for (let at = 0; at < name.length; ) {
    const spaced = isSpaceAt(name, at);
    const start = spaced ? at + 1 : at;
    const end = tokenEnd(name, start);
    const token = lower.slice(at, end);
    node.next ??= new Map();
    const found = node.next.get(token);
    const next = found ?? { next: null, ends: null };
    if (!found) node.next.set(token, next);
    node = next;
    at = end;
  }
  return node;
}

function findIn<T>(
  first: Map<string, Node<T>>,
  begins: Uint8Array,
  text: string,
  isWanted: (entry: Entry<T>) => boolean,
  onFound: OnFound<T>,
): void {
  const lower = lowered(text);
  const { length } = text;
  let at = 0;
  while (at < length) {
    if (isSpaceAt(text, at)) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at);
    const mayBegin = begins[tokenHash(lower, at, end)] === 1 || isHangulAt(text, at);
    const found = mayBegin ? longest(first, at) : null;
    if (found) onFound(found.entries, at, found.end);
    at = found ? found.end : end;
  }

  /** The longest name that begins here, with all entries that mean it. */
  function longest(map: Map<string, Node<T>>, start: number): { entries: Entry<T>[]; end: number } | null {
    let best: { entries: Entry<T>[]; end: number } | null = null;
    let next: Map<string, Node<T>> | null = map;
    let from = start;
    while (next && from < length) {
      let word = from;
      while (word < length && isSpaceAt(text, word)) word++;
      if (word === length) break;
      const space = word > from ? ' ' : '';
      const end = tokenEnd(text, word);
      let node: Node<T> | undefined = next.get(space + lower.slice(word, end));
      let stop = end;
      if (!node && isHangulAt(text, word)) {
        const stem: { node: Node<T>; end: number } | null = bare(next, lower, word, end, space);
        node = stem?.node;
        stop = stem?.end ?? end;
      }
      if (!node) break;
      const entries: Entry<T>[] | undefined = node.ends?.filter((entry) => isMeant(entry, start, stop));
      if (entries && entries.length > 0 && isApart(text, start, stop)) best = { entries, end: stop };
      // A particle ends the name.
      next = stop === end ? node.next : null;
      from = end;
    }
    return best;
  }

  function isMeant(entry: Entry<T>, start: number, end: number): boolean {
    return (entry.anyCase || text.slice(start, end) === entry.name) && isWanted(entry);
  }
}

/** What Korean hangs on a name. */
const particles = new Set(
  '은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 처럼 보다 이나 나 이란 란 이라는 라는'.split(
    ' ',
  ),
);

/** A Korean word without its particle, if that leads on. */
function bare<T>(
  next: Map<string, Node<T>>,
  lower: string,
  start: number,
  end: number,
  space = '',
): { node: Node<T>; end: number } | null {
  for (let stop = end - 1; stop > start && stop >= end - 3; stop--) {
    if (!particles.has(lower.slice(stop, end))) continue;
    const node = next.get(space + lower.slice(start, stop));
    if (node) return { node, end: stop };
  }
  return null;
}

/** Not in a mention with a sigil, in a host, an e-mail address or a path: those are found as what they are. */
function isApart(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  if (before !== undefined && '@$#\\'.includes(before)) return false;
  if (before === '.' && isWordAt(text, start - 2)) return false;
  if (before === '/' && /[.:]/.test(text.slice(Math.max(0, start - 100), start).match(/\S*$/)?.[0] ?? ''))
    return false;
  const after = text[end];
  return !((after === '.' || after === '@') && isWordAt(text, end + 1));
}
