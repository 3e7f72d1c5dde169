import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { templateKeys } from './template-keys.ts';
import { type Asked, textsInCode } from './texts-in-code.ts';
import { textsOf } from './words.ts';

/** The texts of a language by key, those with plural forms by form. */
type Words = Map<string, string | Map<string, string>>;

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Texts that are the same in English, by their key or `language key`, and why. */
const sameAsEnglish: Record<string, string> = {
  'backup.kilobytes': 'a unit',
  'backup.megabytes': 'a unit',
  'welcome.post.author': 'a name',
  'panel.exampleName': 'a name',
  'options.appearance.previewAuthor': 'a name',
  'options.appearance.modifiers.alt': 'what is printed on the key',
  'options.appearance.modifiers.ctrl': 'what is printed on the key',
  'options.appearance.modifiers.shift': 'what is printed on the key',
  'options.shortcuts.names.enter': 'what is printed on the key',
  'options.shortcuts.names.escape': 'what is printed on the key',
  'options.shortcuts.names.home': 'what is printed on the key',
  'options.shortcuts.names.end': 'what is printed on the key',
  'vi card.kind.hashtag': 'the word used there; its own is taken by the card',
  'vi panel.forms.hashtag': 'the word used there; its own is taken by the card',
  'id status.legend': 'the same word',
  'id card.kind.cashtag': 'the same word',
  'id panel.forms.domain': 'the same word',
};

/** A key whose own keys are all plural forms is one text. */
function wordsOf(texts: Map<string, string>): Words {
  const inner = new Map<string, Map<string, string>>();
  for (const [key, text] of texts) {
    const at = key.lastIndexOf('.');
    const outer = key.slice(0, at);
    inner.set(outer, (inner.get(outer) ?? new Map()).set(key.slice(at + 1), text));
  }
  const words: Words = new Map();
  for (const [key, text] of texts) {
    const outer = key.slice(0, key.lastIndexOf('.'));
    const siblings = inner.get(outer);
    if (siblings?.has('other') && [...siblings.keys()].every((each) => forms.includes(each)))
      words.set(outer, siblings);
    else words.set(key, text);
  }
  return words;
}

const full = ({ key }: Asked): string[] =>
  key.includes('*') ? (templateKeys[key] ?? []).map((value) => key.replace('*', value)) : [key];

/** Keys that code asks for and that have no text, or one of the other sort. */
function missing(words: Words, asked: Asked[]): string[] {
  return asked.flatMap((each) => {
    if (each.key.includes('*') && !templateKeys[each.key])
      return [`${each.key}: name its values in template-keys.ts`];
    return full(each).flatMap((key) => {
      const text = words.get(key);
      if (text === undefined) return [`${key}: no text`];
      if (each.counted === true && typeof text === 'string') return [`${key}: no plural forms, but a count`];
      if (each.counted === false && typeof text !== 'string') return [`${key}: plural forms, but no count`];
      return [];
    });
  });
}

const placesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
const allForms = (text: string | Map<string, string>): string[] =>
  typeof text === 'string' ? [text] : [...text.values()];
const placesOf = (text: string | Map<string, string>): string =>
  [...new Set(allForms(text).flatMap(placesIn))].sort().join(' ');
const hasLetters = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\w+\}|Underline/g, ''));

/** In what the texts of a language differ from those in English although they must not, and the other way round. */
function unlike(language: string, words: Words, english: Words): string[] {
  const rules = new Intl.PluralRules(language.replace('_', '-'));
  const wanted = rules.resolvedOptions().pluralCategories.toSorted().join(' ');
  const found = [...words.keys()].filter((key) => !english.has(key)).map((key) => `${key}: not in English`);
  for (const [key, inEnglish] of english) {
    const text = words.get(key);
    const isPlural = typeof inEnglish !== 'string';
    if (text === undefined) found.push(`${key}: missing`);
    else if (isPlural !== (typeof text !== 'string')) found.push(`${key}: plural forms in one of the two`);
    else {
      if (typeof text !== 'string') {
        const has = [...text.keys()].toSorted().join(' ');
        if (has !== wanted) found.push(`${key}: ${has} in place of ${wanted}`);
        const lacks = [...text].filter(
          ([form, each]) => coversMore(rules, form) && !each.includes('{count}'),
        );
        if (placesOf(inEnglish).split(' ').includes('count'))
          for (const [form] of lacks) found.push(`${key}.${form}: no {count}`);
      }
      if (placesOf(text) !== placesOf(inEnglish))
        found.push(`${key}: {${placesOf(text)}} in place of {${placesOf(inEnglish)}}`);
      const same = allForms(text).some((each) => hasLetters(each) && allForms(inEnglish).includes(each));
      if (same && language !== 'en' && key !== 'language' && !isAllowed(language, key))
        found.push(`${key}: as in English`);
    }
  }
  return found;
}

/** Whether a plural form is that of more than one number. */
const coversMore = (rules: Intl.PluralRules, form: string): boolean =>
  Array.from({ length: 200 }, (_, number) => number).filter((number) => rules.select(number) === form)
    .length > 1;
const isAllowed = (language: string, key: string): boolean =>
  key in sameAsEnglish || `${language} ${key}` in sameAsEnglish;

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => ending.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const english = wordsOf(textsOf('en'));
const others = filesIn('locales', /\.yml$/)
  .map((file) => posix.basename(file, '.yml'))
  .filter((language) => language !== 'en');

describe('the words in English', () => {
  const groups = new Set([...english.keys()].map((key) => key.split('.')[0]));
  const code = ['lib', 'components', 'entrypoints'].flatMap((folder) => filesIn(folder, /\.tsx?$/));
  const inCode = code.map((file) => ({ file, ...textsInCode(file, read(file)) }));
  const asked = inCode.flatMap((each) => each.asked);
  /** Keys that stand in a table, to be asked for later. */
  const listed = inCode
    .flatMap(({ strings }) => strings)
    .filter((text) => /^\w+(\.\w+)+$/.test(text) && groups.has(text.split('.')[0]))
    .filter((text) => !/\.(js|css|html|json|svg|tsx?)$/.test(text));
  const manifest = [...read('wxt.config.ts').matchAll(/__MSG_(\w+)__/g)].map(([, key]) =>
    (key ?? '').replaceAll('_', '.'),
  );

  test('every key that code asks for has a text, with plural forms where a count chooses', () => {
    expect(missing(english, asked)).toEqual([]);
    expect(
      missing(
        english,
        [...listed, ...manifest].map((key) => ({ key, counted: null })),
      ),
    ).toEqual([]);
  });

  test('every text is asked for', () => {
    const used = new Set([...asked.flatMap(full), ...listed, ...manifest, 'language']);
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
    const templates = new Set(asked.map(({ key }) => key));
    expect(Object.keys(templateKeys).filter((key) => !templates.has(key))).toEqual([]);
  });

  test('the plural forms are those of English', () => {
    expect(unlike('en', english, english)).toEqual([]);
  });

  test('no two keys are one to a browser, which knows no capitals and no dots in them', () => {
    const told = [...textsOf('en').keys()].map((key) => key.replaceAll('.', '_').toLowerCase());
    expect(told.filter((key, at) => told.indexOf(key) !== at)).toEqual([]);
  });

  test('no English stands in the code of what people see', () => {
    const seen = inCode.filter(({ file }) => !file.startsWith('lib/'));
    expect(seen.flatMap(({ english }) => english)).toEqual([]);
    for (const file of filesIn('entrypoints', /\.html$/)) {
      const shown = read(file).replace(/<!--.*?-->|<[^>]*>/gs, '');
      expect(shown.replaceAll('Underline', '').trim(), file).toBe('');
    }
  });
});

test.each(others)('the words in %s are those in English, each in its own language', (language) => {
  expect(unlike(language, wordsOf(textsOf(language)), english)).toEqual([]);
});

describe('found is', () => {
  const words = (texts: Record<string, string>): Words => wordsOf(new Map(Object.entries(texts)));
  const counted = { 'a.one': '{count} note', 'a.other': '{count} notes' };
  const russian = {
    'a.one': '{count} а',
    'a.few': '{count} б',
    'a.many': '{count} в',
    'a.other': '{count} г',
  };

  test.each<
    [why: string, language: string, texts: Record<string, string>, english: Record<string, string>, string[]]
  >([
    ['nothing where all is well', 'ru', russian, counted, []],
    ['a text that is missing', 'es', {}, { a: 'Save' }, ['a: missing']],
    ['a text that nobody needs', 'es', { a: 'Guardar' }, {}, ['a: not in English']],
    [
      'another place to fill in',
      'es',
      { a: '{nombre} va' },
      { a: '{name} goes' },
      ['a: {nombre} in place of {name}'],
    ],
    ['English left in', 'es', { a: 'Save' }, { a: 'Save' }, ['a: as in English']],
    [
      'a plural form too few',
      'ru',
      { 'a.one': '{count} а', 'a.other': '{count} б' },
      counted,
      ['a: one other in place of few many one other'],
    ],
    ['a number that is not said', 'ru', { ...russian, 'a.one': 'один' }, counted, ['a.one: no {count}']],
    [
      'no number where the form is that of one alone',
      'tr',
      { 'a.one': 'bir not', 'a.other': '{count} not' },
      counted,
      [],
    ],
  ])('%s', (_, language, texts, english, found) => {
    expect(unlike(language, words(texts), words(english))).toEqual(found);
  });

  test.each<[code: string, asked: Asked[]]>([
    ["t('a.b')", [{ key: 'a.b', counted: false }]],
    [
      "t(c ? 'a' : 'b', { count })",
      [
        { key: 'a', counted: true },
        { key: 'b', counted: true },
      ],
    ],
    ['t(`a.\x24{b}.c`, { ...d })', [{ key: 'a.*.c', counted: null }]],
    ['<Phrase of="a" count={2} />', [{ key: 'a', counted: true }]],
  ])('%s', (code, asked) => {
    expect(textsInCode('a.tsx', code).asked).toEqual(asked);
  });

  test.each([
    '<p>Words</p>',
    "<p>{a ? 'words' : 2}</p>",
    '<p>{`some \x24{a}`}</p>',
    '<button aria-label="words" />',
    "<Field label={a ? 'Words' : b} />",
    "say('Words to read')",
    "const words = { a: 'Words' }",
    'say(`Words of \x24{a}`)',
  ])('English in %s', (code) => {
    expect(textsInCode('a.tsx', code).english).toHaveLength(1);
  });

  test.each([
    '<p className="A b">Underline $TICKER ×{2}</p>',
    "<p>{t('a.b')} · {a === 'Words' && b}</p>",
    "throw new Error('Words for a developer')",
    "if (key === 'ArrowDown') go('Enter', 'start-end words')",
  ])('none in %s', (code) => {
    expect(textsInCode('a.tsx', code).english).toEqual([]);
  });
});
