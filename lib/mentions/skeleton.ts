/**
 * Small letters of other scripts that look like an ASCII one, by that one. From Unicode 13's confusables.txt (UTS #39),
 * after NFKC, lower case and without accents; only Latin, Cyrillic, Greek and Armenian, which host names may be written
 * in. One with two prototypes has that of its small form; the stroked letters of the last column are our own.
 */
const confusable: Record<string, string> = {
  a: 'ɑαа',
  b: 'ƅьꞵβв',
  c: 'ᴄςс',
  d: 'ԁđ',
  e: 'ꬲеҽε',
  f: 'ꬵꞙẝքϝƒ',
  g: 'ɡᶃƍցԍ',
  h: 'һհηнħ',
  i: 'ıɪɩιіꙇӏǀ',
  j: 'ϳјʝ',
  k: 'κк',
  l: 'ł',
  m: 'μϻм',
  n: 'ոռ',
  o: 'ᴏᴑꬽοσоօø',
  p: 'ρр',
  q: 'ԛգզ',
  r: 'ꭇꭈᴦгʀ',
  s: 'ꜱƽѕտ',
  t: 'τтŧ',
  u: 'ꞟᴜꭎꭒʋυս',
  v: 'ᴠνѵ',
  w: 'ɯᴡѡԝա',
  x: 'хꭓχ',
  y: 'ɣᶌʏỿꭚγуү',
  z: 'ᴢζ',
};

/** ASCII characters that pass for another one, in print (`1`, `I` and `l`) or by habit (`3` for `e`); low line and hyphen for nothing. */
const passesFor: Record<string, string> = {
  ...{ '0': 'o', '1': 'l', i: 'l', '|': 'l', '2': 'z', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '9': 'g', _: '', '-': '' },
};

/** Two letters that pass for one: the second, the first, what they look like. */
const pairs = [
  ['n', 'r', 'm'],
  ['v', 'v', 'w'],
  ['l', 'c', 'd'],
] as const;

/** What each ASCII character and each confusable one becomes. */
const shapes = new Map([
  ...Object.entries(confusable).flatMap(([letter, others]) =>
    Array.from(others, (other) => [other, passesFor[letter] ?? letter] as const),
  ),
  ...Object.entries(passesFor),
]);

const codeOf = (character: string) => character.charCodeAt(0);
/** The same for ASCII alone, by character code, 0 for nothing: most names are no more than that. */
const asciiShapes = Uint8Array.from({ length: 128 }, (_, code) => {
  const shape = shapes.get(String.fromCharCode(code));
  return shape === undefined ? code : codeOf(shape) || 0;
});
/** By the code of the second letter: that of the first, and of what the two look like. */
const pairsBySecond: (readonly [first: number, one: number] | undefined)[] = [];
for (const [second, first, one] of pairs) pairsBySecond[codeOf(second)] = [codeOf(first), codeOf(one)];

const onlyAscii = /^[\0-\x7f]*$/;
const accents = /\p{M}/gu;

/** The character codes of a skeleton. */
function shapeCodes(text: string): number[] {
  let plain = text.toLowerCase();
  if (!onlyAscii.test(plain)) {
    const folded = plain.normalize('NFKC').toLowerCase().normalize('NFD').replace(accents, '');
    plain = Array.from(folded, (character) => shapes.get(character) ?? character).join('');
  }
  const codes: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    const shape = code < 128 ? asciiShapes[code] : code;
    if (!shape) continue;
    const pair = pairsBySecond[shape];
    const last = codes.length - 1;
    if (pair && codes[last] === pair[0]) codes[last] = pair[1];
    else codes.push(shape);
  }
  return codes;
}

/**
 * What a name looks like at a glance: texts with the same skeleton can be taken for each other (`0penGradient`,
 * `opengrad1ent`, Cyrillic `о`; `rn` and `m`). For comparing only, never to be shown.
 */
export const skeleton = (text: string): string => String.fromCharCode(...shapeCodes(text));

/** A number that is the same for the same skeleton: made in a third of the time. */
export function skeletonHash(text: string): number {
  let hash = 0;
  for (const code of shapeCodes(text)) hash = (Math.imul(hash, 31) + code) | 0;
  return hash;
}
