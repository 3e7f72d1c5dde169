import { type AddressFinder, addressFinder } from './addresses.ts';
import { readAlias } from './alias.ts';
import { type DomainFinder, domainFinder } from './domains.ts';
import { type Entry, type NameTrie, nameTrie } from './name-trie.ts';
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
      const holder = { id, site, insist };
      if (kind !== 'name') add(kind === 'domain' ? domains : addresses, key, holder);
      else {
        const anyCase = inAnyCase(key);
        const name = anyCase ? lowered(key) : key;
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

/**
 * The projects that stand on a page by name, domain or address. A name that is one everyday word, which `isWord` knows
 * in lower case, counts for those only that insist on it.
 */
export function findNamed(
  { names, domains, addresses }: NamedTable,
  { site, text, hosts }: PageWords,
  isWord: (word: string) => boolean,
): NamedProject[] {
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

  const everyday = new Map<Entry<Holder[]>, boolean>();
  const isEveryday = (entry: Entry<Holder[]>): boolean => {
    const word = onlyWord(entry.name);
    if (word === null) return false;
    const is = everyday.get(entry) ?? isWord(word);
    everyday.set(entry, is);
    return is;
  };
  const wanted = (entry: Entry<Holder[]>) =>
    isEveryday(entry) ? entry.value.filter(({ insist }) => insist) : entry.value;

  const plain = folded(text).slice(0, 2 * text.length);
  names.find(
    plain,
    (entry) => wanted(entry).length > 0,
    (entries, seen) => note('name', entries.flatMap(wanted), seen),
  );
  const written = new Set<Holder[]>();
  domains.find(plain, (holders, seen) => {
    written.add(holders);
    note('domain', holders, seen);
  });
  const own = site.replace(/:\d+$/, '');
  for (const host of new Set([own, ...hosts])) {
    // A link that is written out is one mention, not two.
    for (const holders of domains.ofHost(host)) if (!written.has(holders)) note('domain', holders, host);
  }
  addresses.find(text, (holders, seen, maybe) => note(maybe ? 'maybe' : 'address', holders, seen));

  return [...projects].map(([id, found]) => ({
    id,
    found: [...found.values()].sort((a, b) => b.count - a.count).slice(0, maxTexts),
  }));
}
