/** One JSON token, blanks before it included; the groups tell its kind. */
const token =
  /[ \t\n\r]*(?:(?<open>[{[])|(?<close>[}\]])|(?<mark>[,:])|(?<text>"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|(?<plain>true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?))/y;

const blanks = /[ \t\n\r]*/y;

/**
 * Line and column, from 1, at which a text stops being JSON; `null` if it is JSON.
 * Engines word this differently or leave it out, so it is found here, without recursion.
 */
export function jsonBreak(text: string): { line: number; column: number } | null {
  const at = breakOffset(text);
  if (at === null) return null;
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What may come next. */
type Next = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'end';

function breakOffset(text: string): number | null {
  const inside: string[] = [];
  let next: Next = 'value';
  let at = 0;
  while (next !== 'end') {
    const found = matchAt(token, text, at);
    const after: Next | null = found ? follow(next, found, inside) : null;
    if (!found || after === null) return endOf(blanks, text, at);
    next = after;
    at += found[0].length;
  }
  const end = endOf(blanks, text, at);
  return end === text.length ? null : end;
}

/** What may come after this token; `null` if the token may not come here. Keeps `inside` up to date. */
function follow(next: Next, { groups = {} }: RegExpExecArray, inside: string[]): Next | null {
  const { open, close, mark, text, plain } = groups;
  const afterValue = (): Next => (inside.length === 0 ? 'end' : ', or close');
  const valueMayCome = next === 'value' || next === 'value or ]';
  if (open) {
    if (!valueMayCome) return null;
    inside.push(open);
    return open === '{' ? 'key or }' : 'value or ]';
  }
  if (close) {
    const isObject = inside.at(-1) === '{';
    const mayClose = next === ', or close' || next === (isObject ? 'key or }' : 'value or ]');
    if (!mayClose || (close === '}') !== isObject) return null;
    inside.pop();
    return afterValue();
  }
  if (mark === ':') return next === ':' ? 'value' : null;
  if (mark === ',') return next !== ', or close' ? null : inside.at(-1) === '{' ? 'key' : 'value';
  if (text && (next === 'key' || next === 'key or }')) return ':';
  return valueMayCome && (text ?? plain) ? afterValue() : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const endOf = (pattern: RegExp, text: string, at: number): number =>
  at + (matchAt(pattern, text, at)?.[0].length ?? 0);
