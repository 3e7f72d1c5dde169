/** Longer records are stored as one text, in characters: the browser takes each value inside an object by itself, 0.5 ms a kB. */
const longest = 4_000;
const mark = 'json:';

/** A record as it is handed to the store. */
export function pack(record: unknown): unknown {
  if (typeof record === 'string' ? !record.startsWith(mark) : typeof record !== 'object') return record;
  const text = JSON.stringify(record);
  return typeof record === 'string' || text.length > longest ? mark + text : record;
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
export const packAll = (records: Record<string, unknown>): Record<string, unknown> => each(records, pack);
export const unpackAll = (records: Record<string, unknown>): Record<string, unknown> => each(records, unpack);

const each = (records: Record<string, unknown>, change: (record: unknown) => unknown) =>
  Object.fromEntries(Object.entries(records).map(([key, record]) => [key, change(record)]));
