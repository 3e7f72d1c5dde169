/** How far the bias moves with each letter that was read (RFC 3492, 6.1). */
function adapted(delta: number, count: number, first: boolean): number {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / count);
  let bias = 0;
  for (; left > 455; bias += 36) left = Math.floor(left / 35);
  return bias + Math.floor((36 * left) / (left + 38));
}

/** The value of a digit: a–z are 0–25, 0–9 are 26–35; null if it is none. */
function digitOf(character: string): number | null {
  if (/^[a-z]$/.test(character)) return character.charCodeAt(0) - 97;
  return /^[0-9]$/.test(character) ? character.charCodeAt(0) - 22 : null;
}

/** A label of a host name as it is read: `xn--pengradient-qnj` → `оpengradient`. One that cannot be read stays as it is. */
export function readLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const coded = label.slice(4);
  const dash = coded.lastIndexOf('-');
  const letters = Array.from(coded.slice(0, Math.max(dash, 0)), (each) => each.charCodeAt(0));
  let [code, bias, place] = [128, 72, 0];
  for (let at = dash + 1; at < coded.length; ) {
    const before = place;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = digitOf(coded.charAt(at));
      if (digit === null) return label;
      at += 1;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (weight > 0x7fffffff) return label;
    }
    bias = adapted(place - before, letters.length + 1, before === 0);
    code += Math.floor(place / (letters.length + 1));
    place %= letters.length + 1;
    if (code > 0x10ffff) return label;
    letters.splice(place, 0, code);
    place += 1;
  }
  return String.fromCodePoint(...letters);
}
