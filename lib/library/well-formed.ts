/**
 * The same data with U+FFFD in place of each half of a character, which a text may hold that was cut within an emoji:
 * Chromium stores it so, and the manifest's checksum must be of what is stored.
 */
export function wellFormed<T>(value: T): T;
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wellFormed(member)]));
}
