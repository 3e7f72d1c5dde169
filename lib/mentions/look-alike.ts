import { narrow } from './full-width.ts';
import { hostName } from './host-name.ts';
import { type NameTable, nameTable } from './name-table.ts';
import { skeleton } from './skeleton.ts';

/** A handle or host name that is not the one the user keeps, but could be taken for it. */
export interface LookAlike {
  /** The project that keeps the one it looks like. */
  id: string;
  /** The part that differs, as written: `0penGradient`, `.io`. */
  seen: string;
  kept: string;
  /** The alias it looks like, as the user wrote it. */
  text: string;
  /** `name`: a letter or a few look alike, or one is edited. `ending`: the same name under another ending (`.io`, `.ai`). */
  differs: 'name' | 'ending';
}

/** An alias that the user keeps. */
export interface KeptAlias {
  id: string;
  text: string;
}

/** What is compared of a handle or host name, in lower case. */
interface Name {
  /** Handles are compared with handles, hosts with hosts. */
  of: 'handle' | 'host';
  /** Without sigil, server and ending. */
  name: string;
  /** What follows it: `.ai`, `.bsky.social`, `@mastodon.social`, or nothing. */
  place: string;
  /** The place was chosen together with the name; many names share another one. */
  chosen: boolean;
}

/** Skeletons that are shorter are those of too many names. */
const shortestAlike = 3;
/** A short name under another ending is somebody else's more often than not. */
const shortestOtherEnding = 5;

const signs = /[_-]/g;
const withoutSigns = ({ name }: Name) => name.replace(signs, '');
/** By far the most. */
const plainHandle = /^@[A-Za-z0-9_-]+$/;
const listName = /\/.*$/;
const server = /@.*$/;
const onlyAscii = /^[\0-\x7f]*$/;

/** The name in a handle or a host name; null in anything else. */
function nameIn(text: string): Name | null {
  if (plainHandle.test(text))
    return { of: 'handle', name: text.slice(1).toLowerCase(), place: '', chosen: false };
  if (text.startsWith('$') || text.startsWith('#')) return null;
  const plain = onlyAscii.test(text) ? text : narrow(text).normalize('NFKC');
  const of = plain.startsWith('@') ? 'handle' : 'host';
  const whole = of === 'handle' ? plain.slice(1).replace(listName, '').toLowerCase() : plain;
  const host = whole.includes('.') && !whole.includes('@') ? hostName(whole) : null;
  if (host) return { of, name: host.label, place: `.${host.ending}`, chosen: !host.hosted };
  if (of === 'host') return null;
  const name = whole.replace(server, '');
  return { of, name, place: whole.slice(name.length), chosen: false };
}

/** A name as it stands in the text; as it is read, where the text has it coded (`xn--…`). */
function asWritten(text: string, { name, place }: Name): string {
  const at = text.toLowerCase().lastIndexOf(name + place);
  return at < 0 ? name : text.slice(at, at + name.length);
}

type Tables = Record<Name['of'], NameTable<KeptAlias>>;

function tablesOf(aliases: Iterable<KeptAlias>): Tables {
  const names: Record<Name['of'], string[]> = { handle: [], host: [] };
  const values: Record<Name['of'], KeptAlias[]> = { handle: [], host: [] };
  for (const alias of aliases) {
    const name = nameIn(alias.text);
    if (!name) continue;
    names[name.of].push(withoutSigns(name));
    values[name.of].push(alias);
  }
  return { handle: nameTable(names.handle, values.handle), host: nameTable(names.host, values.host) };
}

interface Named extends KeptAlias {
  name: Name;
}

function named({ id, text }: KeptAlias): Named[] {
  const name = nameIn(text);
  return name ? [{ id, text, name }] : [];
}

/** The kept one that a name looks like, the nearest first; null if it is kept itself, or like none. */
function nearest(text: string, seen: Name, table: NameTable<KeptAlias>): LookAlike | null {
  const told = (kept: Named): LookAlike => ({
    id: kept.id,
    text: kept.text,
    seen: asWritten(narrow(text), seen),
    kept: asWritten(narrow(kept.text), kept.name),
    differs: 'name',
  });
  const bare = withoutSigns(seen);
  const sameLook = table.sameLook(bare).flatMap(named);
  const sameName = sameLook.filter(({ name }) => name.name === seen.name);
  if (sameName.some(({ name }) => name.place === seen.place)) return null;
  if (sameName.length > 0) {
    // The same name at another service is likely the same project's.
    const other = sameName.find(({ name }) => name.chosen);
    if (!other || !seen.chosen || seen.name.length < shortestOtherEnding) return null;
    return { ...told(other), seen: seen.place, kept: other.name.place, differs: 'ending' };
  }
  const [alike] = skeleton(bare).length < shortestAlike ? [] : sameLook;
  if (alike) return told(alike);
  const edited = table.oneEditApart(bare);
  return edited && (named(edited).map(told)[0] ?? null);
}

/**
 * Answers, for a handle or a host name, which of the kept ones it could be taken for without being it. What the user keeps
 * is never one, and nothing but handles (`@name`) and host names (`name.ai`) is compared. Its tables are made when it is
 * first asked.
 */
export function lookAlikesAmong(kept: () => Iterable<KeptAlias>): (text: string) => LookAlike | null {
  let tables: Tables | undefined;
  return (text) => {
    const seen = nameIn(text);
    if (!seen) return null;
    tables ??= tablesOf(kept());
    return nearest(text, seen, tables[seen.of]);
  };
}
