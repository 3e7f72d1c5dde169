import { isAliasText } from '../mentions/alias.ts';
import { mostTags } from './limits.ts';
import { type Alias, Id, type Index, type IndexEntry, Instant, Site, statuses, Tag } from './schema.ts';

/**
 * Whether this is an index as the schema has it, told ten times as quickly: it is the one record that grows with the
 * library, and every surface waits for it. May answer no to what is one; only the schema says what is wrong.
 */
export function isIndex(value: unknown): value is Index {
  if (!isPlain(value)) return false;
  const fields = 'trash' in value ? [...indexFields, 'trash'] : indexFields;
  if (!hasExactly(value, fields) || !isPlain(value.projects)) return false;
  const { projects, recent, trash = {} } = value;
  if (!isPlain(trash)) return false;
  for (const id in trash) if (!isId(id) || !isInstant(trash[id])) return false;
  for (const id in projects) if (!isId(id) || !isEntry(projects[id])) return false;
  return Array.isArray(recent) && recent.length <= 50 && recent.every(isId);
}

const indexFields = ['projects', 'recent'] satisfies (keyof Index)[];
const entryFields = [
  'name',
  'status',
  'aliases',
  'notes',
  'updatedAt',
  'trashedAt',
] satisfies (keyof IndexEntry)[];
const taggedFields = [...entryFields, 'tags'] satisfies (keyof IndexEntry)[];
const aliasFields = ['text', 'site'] satisfies (keyof Alias)[];

/** Most ids, instants, tags and aliases, which need no closer look. */
const plainId = /^[A-Za-z0-9-]*[0-9-][A-Za-z0-9-]*$/;
const plainInstant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const plainTag = /^[A-Za-z0-9-]{1,40}$/;
const plainAlias = /^(?:\$[A-Za-z]{2,12}|@[A-Za-z0-9]{2,15}|#[A-Za-z]{2,30})$/;

const isId = (value: unknown): boolean =>
  typeof value === 'string' &&
  ((value.length >= 8 && value.length <= 64 && plainId.test(value)) || Id.safeParse(value).success);

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && (plainInstant.test(value) || Instant.safeParse(value).success);

function isEntry(value: unknown): boolean {
  if (!isPlain(value) || !hasExactly(value, 'tags' in value ? taggedFields : entryFields)) return false;
  const { name, status, aliases, tags = [], notes, updatedAt, trashedAt } = value;
  return (
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 200 &&
    name === name.trim() &&
    (status === null || statuses.some((one) => one === status)) &&
    Array.isArray(aliases) &&
    aliases.length <= 200 &&
    aliases.every(isAlias) &&
    Array.isArray(tags) &&
    tags.length <= mostTags &&
    tags.every(isTag) &&
    Number.isSafeInteger(notes) &&
    Number(notes) >= 0 &&
    isInstant(updatedAt) &&
    (trashedAt === null || isInstant(trashedAt))
  );
}

const isTag = (value: unknown): boolean =>
  typeof value === 'string' && (plainTag.test(value) || Tag.safeParse(value).data === value);

function isAlias(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const insists = 'insist' in value;
  if (!hasExactly(value, insists ? [...aliasFields, 'insist'] : aliasFields)) return false;
  const { text, site } = value;
  return (
    typeof text === 'string' &&
    (plainAlias.test(text) || (text.length <= 300 && isAliasText(text))) &&
    (site === null || Site.safeParse(site).success) &&
    (!insists || value.insist === true)
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A plain object with these fields and no other. */
function hasExactly(value: unknown, fields: readonly string[]): value is Record<string, unknown> {
  if (!isPlain(value)) return false;
  let count = 0;
  for (const field in value) {
    if (!fields.includes(field)) return false;
    count += 1;
  }
  return count === fields.length;
}
