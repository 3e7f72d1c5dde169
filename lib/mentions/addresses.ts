const evm = /^0x[0-9a-f]{40}$/i;

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const inBase58 = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;
/** Without them a long word of a language that writes without spaces would do. */
const mixed = /^(?=.*[0-9])(?=.*[a-z]).*[A-Z]/;

/** The key of a contract's address: on an EVM chain in lower case, on Solana as written. Null for any other text. */
export function addressKey(text: string): string | null {
  if (text.length < 32 || text.length > 44) return null;
  if (evm.test(text)) return text.toLowerCase();
  return inBase58.test(text) && mixed.test(text) && decodedLength(text) === 32 ? text : null;
}

/** `0xFbC2…F5eB`: an address as people write it where room is short; any other text as it is. */
export const shortAddress = (text: string): string =>
  addressKey(text) === null ? text : `${text.slice(0, text.startsWith('0x') ? 6 : 4)}…${text.slice(-4)}`;

/** How many bytes a base58 text stands for. Each `1` in front is a zero byte. */
function decodedLength(text: string): number {
  const zeros = text.length - text.replace(/^1+/, '').length;
  let value = 0n;
  for (const digit of text) value = value * 58n + BigInt(base58.indexOf(digit));
  return zeros + (value === 0n ? 0 : Math.ceil(value.toString(16).length / 2));
}

const evmInText = /(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])/g;
const solanaInText = /(?<![0-9A-Za-z])[1-9A-HJ-NP-Za-km-z]{32,44}(?![0-9A-Za-z])/g;
const shortInText =
  /(?<![0-9A-Za-z])(0x[0-9a-fA-F]{3,12}|[1-9A-HJ-NP-Za-km-z]{3,12})(?:…|⋯|\.{2,3})([0-9A-Za-z]{3,12})(?![0-9A-Za-z])/g;

export interface AddressFinder<T> {
  /** Calls with every address in the text and where it stands; `maybe` if it is shortened, so that only its ends are the same. */
  find(text: string, onFound: OnAddress<T>): void;
}

type OnAddress<T> = (address: T, text: string, maybe: boolean, start: number) => void;

/** Finds these addresses, given by their keys. */
export function addressFinder<T>(addresses: ReadonlyMap<string, T>): AddressFinder<T> {
  let sorted: string[] | undefined;
  return { find };

  function find(text: string, onFound: OnAddress<T>): void {
    const whole = (pattern: RegExp) => {
      for (const { 0: found, index } of text.matchAll(pattern)) {
        const address = addresses.get(keyOf(found));
        if (address !== undefined) onFound(address, found, false, index);
      }
    };
    if (addresses.size === 0) return;
    whole(evmInText);
    whole(solanaInText);
    for (const { 0: found, 1: head = '', 2: tail = '', index } of text.matchAll(shortInText)) {
      for (const key of keysBetween(keyOf(head), head.startsWith('0x') ? tail.toLowerCase() : tail)) {
        const address = addresses.get(key);
        if (address !== undefined) onFound(address, found, true, index);
      }
    }
  }

  /** The keys with this beginning and end. */
  function keysBetween(head: string, tail: string): string[] {
    sorted ??= [...addresses.keys()].sort();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < head) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; sorted[at]?.startsWith(head); at++) {
      const key = sorted[at] ?? '';
      if (key.endsWith(tail)) found.push(key);
    }
    return found;
  }
}

const keyOf = (address: string): string => (address.startsWith('0x') ? address.toLowerCase() : address);
