/** Longer records are stored as one text, in characters: the browser takes each value inside an object by itself, 0.5 ms a kB. */
const longest = 4_000;
/** Of more records than this at once, as of an import, each is stored as a text. */
const many = 500;
const mark = 'json:';

/** Texts of long records: the index goes to the store and to the second copy, and is never changed in place. */
const texts = new WeakMap<object, string>();

/** A record as it is handed to the store. */
export function pack(record: unknown, longestObject = longest): unknown {
  if (typeof record === 'string') return record.startsWith(mark) ? mark + JSON.stringify(record) : record;
  if (typeof record !== 'object' || record === null) return record;
  const made = texts.get(record) ?? mark + JSON.stringify(record);
  if (made.length <= mark.length + longestObject) return record;
  if (made.length > longest) texts.set(record, made);
  return made;
}

/** A record as it was given to `pack`. A text that is damaged stays as it was found. */
export function unpack(stored: unknown): unknown {
  if (typeof stored !== 'string' || !stored.startsWith(mark)) return stored;
  try {
    return JSON.parse(stored.slice(mark.length));
  } catch {
    return stored;
  }
}

/** The same of all records, by key. */
export function packAll(records: Record<string, unknown>): Record<string, unknown> {
  const longestObject = Object.keys(records).length > many ? 0 : longest;
  return each(records, (record) => pack(record, longestObject));
}
export const unpackAll = (records: Record<string, unknown>): Record<string, unknown> => each(records, unpack);

const each = (records: Record<string, unknown>, change: (record: unknown) => unknown) =>
  Object.fromEntries(Object.entries(records).map(([key, record]) => [key, change(record)]));
