import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** JSON with sorted keys: the same text for the same data, whatever order its keys were written in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members: Record<string, unknown> = { ...value };
  let text = '';
  for (const key of Object.keys(members).sort()) {
    if (members[key] === undefined) continue;
    text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(members[key])}`;
  }
  return `{${text}}`;
}

/** SHA-256 of the canonical JSON: 64 hex digits. */
export const checksumOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** The first 128 bits of it: 32 hex digits. */
export const digestOf = (value: unknown): string => checksumOf(value).slice(0, 32);

/** The digest of nothing, and the start of an exclusive or. */
export const noDigest = '0'.repeat(32);

/** Exclusive or of two digests: adds a record to a checksum, and a second time takes it out again. */
export const xor = (a: string, b: string): string =>
  (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(16).padStart(32, '0');

/** Whether two values are the same data, whatever order their keys were written in. */
export const sameContent = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
