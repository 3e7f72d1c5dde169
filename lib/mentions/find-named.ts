import { type AddressFinder, addressFinder } from './addresses.ts';
import { readAlias } from './alias.ts';
import { type DomainFinder, domainFinder } from './domains.ts';
import { type Entry, type NameTrie, nameTrie } from './name-trie.ts';
import { type Places, placesIn } from './places-in.ts';
import { folded, inAnyCase, lowered, onlyWord } from './plain-names.ts';
import { type Aliased, meantOn } from './resolve.ts';

/** How a project was found; `maybe`: by a shortened address. */
export type FoundBy = 'name' | 'domain' | 'address' | 'maybe';

/** What stands on a page of one project, by other than mentions. */
export interface NamedProject {
  id: string;
  /** Each text once, as it stands on the page, with how often; the most frequent first. */
  found: { by: FoundBy; text: string; count: number }[];
}

interface Holder {
  id: string;
  site: string | null;
  insist: boolean;
  /** As `aliasKey` answers it. */
  key: string;
  /** The alias as the user keeps it. */
  text: string;
}

/** Every name, domain and address of a library, ready to be looked for. */
export interface NamedTable {
  names: NameTrie<Holder[]>;
  domains: DomainFinder<Holder[]>;
  addresses: AddressFinder<Holder[]>;
}

/** A page as its script tells of it. */
export interface PageWords {
  /** Host of the page, with its port; empty where there is none. */
  site: string;
  text: string;
  /** Hosts of its links. */
  hosts: readonly string[];
}

/** More of one project no row shows. */
const maxTexts = 10;

/** Builds the table; mentions are left out. */
export function namedTable(projects: Iterable<Aliased>): NamedTable {
  const names = new Map<string, Entry<Holder[]>>();
  const domains = new Map<string, Holder[]>();
  const addresses = new Map<string, Holder[]>();
  for (const { id, aliases } of projects) {
    for (const { text, site, insist = false } of aliases) {
      const alias = readAlias(text);
      if (alias === null || alias.kind === 'mention') continue;
      const { kind, key } = alias;
      const anyCase = kind === 'name' && inAnyCase(key);
      const name = anyCase ? lowered(key) : key;
      const holder = { id, site, insist, key: `${kind}:${name}`, text };
      if (kind !== 'name') add(kind === 'domain' ? domains : addresses, key, holder);
      else {
        const entry = names.get(name);
        if (entry) entry.value.push(holder);
        else names.set(name, { name, anyCase, value: [holder] });
      }
    }
  }
  return {
    names: nameTrie(names.values()),
    domains: domainFinder(domains),
    addresses: addressFinder(addresses),
  };
}

function add(holders: Map<string, Holder[]>, key: string, holder: Holder): void {
  const others = holders.get(key);
  if (others) others.push(holder);
  else holders.set(key, [holder]);
}

/** What is not looked for. */
export interface Unwanted {
  /** Whether a dictionary has this word, in lower case: a name that is one counts for those only that insist on it. */
  isWord(word: string): boolean;
  /** Whether the user wants to see nothing of the alias with this `aliasKey`. */
  isIgnored(key: string): boolean;
}

/** The projects that stand on a page by name, domain or address. */
export function findNamed(table: NamedTable, page: PageWords, unwanted: Unwanted): NamedProject[] {
  const { site, text, hosts } = page;
  const projects = new Map<string, Map<string, NamedProject['found'][number]>>();
  const note = (by: FoundBy, holders: readonly Holder[], seen: string) => {
    for (const id of meantOn(holders, site)) {
      const found = projects.get(id) ?? new Map();
      projects.set(id, found);
      const met = found.get(`${by} ${seen}`) ?? { by, text: seen, count: 0 };
      met.count += 1;
      found.set(`${by} ${seen}`, met);
    }
  };

  const written = new Set<string>();
  lookFor(table, text, unwanted, ({ by, holders, seen }) => {
    if (by === 'domain') for (const { key } of holders) written.add(key);
    note(by, holders, seen);
  });
  const own = site.replace(/:\d+$/, '');
  for (const host of new Set([own, ...hosts])) {
    for (const all of table.domains.ofHost(host)) {
      // A link that is written out is one mention, not two.
      note(
        'domain',
        all.filter(({ key }) => !written.has(key) && !unwanted.isIgnored(key)),
        host,
      );
    }
  }

  return [...projects].map(([id, found]) => ({
    id,
    found: [...found.values()].sort((a, b) => b.count - a.count).slice(0, maxTexts),
  }));
}

/** One place in a text where an alias stands that is no mention; offsets are UTF-16, `end` exclusive. */
export interface NamedSpan {
  start: number;
  end: number;
  by: FoundBy;
  /** The projects that have the alias, on whatever site; never none. */
  holders: readonly Holder[];
}

/** The places in a text where names, domains and addresses stand, in order, none over another. */
export function namedSpans(table: NamedTable, text: string, unwanted: Unwanted): NamedSpan[] {
  const spans: NamedSpan[] = [];
  let places: Places | undefined;
  lookFor(table, text, unwanted, ({ by, holders, start, end, isFolded }) => {
    if (isFolded) places ??= placesIn(text);
    const place = isFolded && places ? places(start, end) : { start, end };
    spans.push({ ...place, by, holders });
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let after = 0;
  return spans.filter(({ start, end }) => {
    const isFree = start >= after && end > start;
    if (isFree) after = end;
    return isFree;
  });
}

interface Found {
  by: FoundBy;
  holders: readonly Holder[];
  /** As it stands there, with single spaces. */
  seen: string;
  start: number;
  end: number;
  /** The offsets are those of the folded text. */
  isFolded: boolean;
}

/** Calls with each alias in the text that anybody has and that is not unwanted. */
function lookFor(
  { names, domains, addresses }: NamedTable,
  text: string,
  { isWord, isIgnored }: Unwanted,
  onFound: (found: Found) => void,
): void {
  const heeded = (holders: readonly Holder[]) => holders.filter(({ key }) => !isIgnored(key));
  const met = new Map<Entry<Holder[]>, Holder[]>();
  const wanted = (entry: Entry<Holder[]>): Holder[] => {
    const known = met.get(entry);
    if (known) return known;
    const word = onlyWord(entry.name);
    const isEveryday = word !== null && isWord(word);
    const holders = heeded(entry.value).filter(({ insist }) => insist || !isEveryday);
    met.set(entry, holders);
    return holders;
  };

  const plain = folded(text).slice(0, 2 * text.length);
  const isFolded = plain !== text;
  names.find(
    plain,
    (entry) => wanted(entry).length > 0,
    (entries, start, end) => {
      const seen = plain.slice(start, end).replace(/\s+/g, ' ');
      onFound({ by: 'name', holders: entries.flatMap(wanted), seen, start, end, isFolded });
    },
  );
  domains.find(plain, (all, seen, start) => {
    const holders = heeded(all);
    if (holders.length > 0)
      onFound({ by: 'domain', holders, seen, start, end: start + seen.length, isFolded });
  });
  addresses.find(text, (all, seen, maybe, start) => {
    const holders = heeded(all);
    const by = maybe ? 'maybe' : 'address';
    if (holders.length > 0) onFound({ by, holders, seen, start, end: start + seen.length, isFolded: false });
  });
}
