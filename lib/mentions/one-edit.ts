/** One edit between two texts: what stands at `at` in the one and in the other; equal texts have none. */
interface Edit {
  at: number;
  here: string;
  there: string;
}

/**
 * The one insertion, deletion, substitution or swap of neighbours that makes one text of the other; null if it takes
 * more, or none.
 */
function oneEdit(a: string, b: string): Edit | null {
  if (Math.abs(a.length - b.length) > 1 || a === b) return null;
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  let same = 0;
  while (same < shorter - at && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same))
    same += 1;
  const here = a.slice(at, a.length - same);
  const there = b.slice(at, b.length - same);
  const isSwap = here.length === 2 && here[0] === there[1] && here[1] === there[0];
  return isSwap || (here.length <= 1 && there.length <= 1) ? { at, here, there } : null;
}

/**
 * How long the shorter of two names must be for an edit to be told, by where and what it is. Measured on the 20,355 scopes
 * of npm: shorter ones are names of their own (`babel` and `bazel`, `sentry` and `sentre`, `splunk` and `plunk`).
 */
const longEnough = {
  /** A letter more or less, or two swapped, with the first and the last letter as they are. */
  inside: 5,
  substitution: 6,
  /** At the beginning or the end: `stacks`, `base2` and `prismai` are other words. */
  outside: 7,
};

/** The shortest name that any edit is told of. */
export const shortestEdited = longEnough.inside;

const digit = /^[0-9]$/;

/** `coin98`, `coin99` and `coin998` are other numbers, not another spelling. */
function isAnotherNumber(a: string, b: string, { at, here, there }: Edit): boolean {
  if (here.length > 1 || ![here, there].every((part) => part === '' || digit.test(part))) return false;
  const longer = a.length >= b.length ? a : b;
  return (
    (here !== '' && there !== '') || digit.test(longer[at - 1] ?? '') || digit.test(longer[at + 1] ?? '')
  );
}

/** A letter typed twice, which the eye passes over wherever it stands. */
function isDoubled(a: string, b: string, { at, here, there }: Edit): boolean {
  const longer = a.length >= b.length ? a : b;
  return here.length + there.length === 1 && longer[at - 1] === longer[at];
}

/** Whether two names, lower-cased, differ by one edit that makes them likely to be taken for each other; symmetric. */
export function isOneEditApart(a: string, b: string): boolean {
  const edit = oneEdit(a, b);
  if (!edit || isAnotherNumber(a, b, edit)) return false;
  const { at, here, there } = edit;
  const atRim = at === 0 || at + Math.max(here.length, there.length) === Math.max(a.length, b.length);
  const outside = atRim && !isDoubled(a, b, edit);
  const isSubstitution = here.length === 1 && there.length === 1;
  const needed = outside ? longEnough.outside : isSubstitution ? longEnough.substitution : longEnough.inside;
  return Math.min(a.length, b.length) >= needed;
}
