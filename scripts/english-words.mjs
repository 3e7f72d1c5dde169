import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const name = 'virtual:english-words';

/**
 * Gives `virtual:english-words` to a build: every word of two letters or more that the Hunspell dictionary
 * `dictionary-en` spells in lower-case ASCII, with all its endings, sorted and packed for `lib/mentions/everyday-words.ts`.
 * @returns {import('vite').Plugin}
 */
export const englishWords = () => ({
  name,
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(packed(words()))};` : undefined),
});

/** Every word as a capital letter, which says how many letters it shares with the one before (`A`: none), and the rest. */
const packed = (/** @type {string[]} */ sorted) =>
  sorted
    .map((word, at) => {
      const before = sorted[at - 1] ?? '';
      let shared = 0;
      while (shared < 25 && shared < word.length - 1 && word[shared] === before[shared]) shared++;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');

/** @returns {string[]} */
function words() {
  const folder = dirname(fileURLToPath(import.meta.resolve('dictionary-en')));
  const read = (/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
  const rules = rulesIn(read('index.aff'));
  const found = new Set();
  for (const line of read('index.dic').slice(1)) {
    const [stem = '', flags = ''] = line.trim().split('/');
    if (!/^[a-z]+$/.test(stem)) continue;
    for (const word of forms(stem, flags, rules)) if (/^[a-z]{2,}$/.test(word)) found.add(word);
  }
  return [...found].sort();
}

/** @typedef {{ flag: string, prefix: boolean, crosses: boolean, strip: string, add: string, when: RegExp }} Rule */

/** @returns {Rule[]} */
function rulesIn(/** @type {string[]} */ lines) {
  const crosses = new Map();
  return lines.flatMap((line) => {
    const [type, flag = '', strip = '', add, when] = line.trim().split(/\s+/);
    if (type !== 'PFX' && type !== 'SFX') return [];
    const prefix = type === 'PFX';
    if (when === undefined) {
      crosses.set(type + flag, strip === 'Y');
      return [];
    }
    const rule = { flag, prefix, crosses: crosses.get(type + flag) === true };
    const ends = new RegExp(prefix ? `^${when}` : `${when}$`);
    return [{ ...rule, strip: strip === '0' ? '' : strip, add: add === '0' ? '' : (add ?? ''), when: ends }];
  });
}

/** The word, with each prefix and each ending that its flags allow, and with both where they go together. */
function* forms(/** @type {string} */ stem, /** @type {string} */ flags, /** @type {Rule[]} */ rules) {
  const own = rules.filter(({ flag, when }) => flags.includes(flag) && when.test(stem));
  const prefixes = own.filter(({ prefix }) => prefix);
  const endings = own.filter(({ prefix }) => !prefix);
  yield stem;
  for (const { add } of prefixes) yield add + stem;
  for (const { strip, add, crosses } of endings) {
    const word = stem.slice(0, stem.length - strip.length) + add;
    yield word;
    if (crosses) for (const prefix of prefixes) if (prefix.crosses) yield prefix.add + word;
  }
}
