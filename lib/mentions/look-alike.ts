import { narrow } from './full-width.ts';
import { hostName } from './host-name.ts';
import { type NameTable, nameTable } from './name-table.ts';

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

/** What is compared of a handle or host name. */
interface Name {
  /** Handles are compared with handles, hosts with hosts. */
  of: 'handle' | 'host';
  /** The whole, by which two are the same. */
  key: string;
  /** As written: the name without sigil, server and ending. */
  written: string;
  /** The same in lower case. */
  name: string;
  /** What somebody chose together with the name; null where many names share it, or there is none. */
  ending: string | null;
}

/** Names that are shorter all look alike. */
const shortestAlike = 3;
/** A short name under another ending is somebody else's more often than not. */
const shortestOtherEnding = 5;

const signs = /[_-]/g;
const withoutSigns = ({ name }: Name) => name.replace(signs, '');
/** By far the most. */
const plainHandle = /^@[A-Za-z0-9_-]+$/;
const onlyAscii = /^[\0-\x7f]*$/;

/** The name in a handle or a host name; null in anything else. */
function nameIn(text: string): Name | null {
  if (plainHandle.test(text)) {
    const written = text.slice(1);
    const name = written.toLowerCase();
    return { of: 'handle', key: name, written, name, ending: null };
  }
  const plain = onlyAscii.test(text) ? text : narrow(text).normalize('NFKC');
  const of = plain.startsWith('@') ? 'handle' : 'host';
  const whole = (of === 'handle' ? plain.slice(1) : plain).replace(/\/.*$/, '');
  const key = whole.toLowerCase();
  const host = whole.includes('@') || !whole.includes('.') ? null : hostName(whole);
  if (!host) {
    if (of === 'host') return null;
    const written = whole.replace(/@.*$/, '');
    return { of, key, written, name: written.toLowerCase(), ending: null };
  }
  const at = key.lastIndexOf(`${host.label}.${host.ending}`);
  const written = at < 0 ? host.label : whole.slice(at, at + host.label.length);
  const registered = `${host.label}.${host.ending}`;
  return { of, key: registered, written, name: host.label, ending: host.hosted ? null : host.ending };
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

/** The kept one that a name looks like, the nearest first; null if it is kept itself, or like none. */
function nearest(seen: Name, table: NameTable<KeptAlias>): LookAlike | null {
  const told = (kept: KeptAlias & { name: Name }): LookAlike => ({
    id: kept.id,
    text: kept.text,
    seen: seen.written,
    kept: kept.name.written,
    differs: 'name',
  });
  const named = (kept: KeptAlias) => {
    const name = nameIn(kept.text);
    return name ? [{ ...kept, name }] : [];
  };
  const bare = withoutSigns(seen);
  const sameLook = table.sameLook(bare).flatMap(named);
  if (sameLook.some(({ name }) => name.key === seen.key)) return null;
  const sameName = sameLook.filter(({ name }) => name.name === seen.name);
  if (sameName.length > 0) {
    // The same name at another service is likely the same project's.
    const other = sameName.find(({ name }) => name.ending !== null);
    if (!other || seen.ending === null || seen.name.length < shortestOtherEnding) return null;
    return { ...told(other), seen: `.${seen.ending}`, kept: `.${other.name.ending}`, differs: 'ending' };
  }
  const near = table.oneEditApart(bare);
  const [nearest] = bare.length < shortestAlike || !sameLook[0] ? (near ? named(near) : []) : sameLook;
  return nearest ? told(nearest) : null;
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
    return nearest(seen, tables[seen.of]);
  };
}
