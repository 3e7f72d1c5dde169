import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEverydayWord } from '../../../lib/mentions/everyday-words.ts';
import { findNamed, namedSpans, namedTable } from '../../../lib/mentions/find-named.ts';
import type { Aliased } from '../../../lib/mentions/resolve.ts';

const evm = '0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB';
const solana = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU';

const nothing = { isWord: () => false, isIgnored: () => false };
const everyday = { ...nothing, isWord: isEverydayWord };

const project = (id: string, ...texts: string[]): Aliased => ({
  id,
  aliases: texts.map((text) => ({ text, site: null })),
});

/** What is found in a text, as `id by: text ×count`. */
function found(projects: Aliased[], text: string, hosts: string[] = [], site = 'x.com'): string[] {
  const named = findNamed(namedTable(projects), { site, text, hosts }, everyday);
  return named.flatMap(({ id, found }) =>
    found.map(({ by, text, count }) => `${id} ${by}: ${text}${count > 1 ? ` ×${count}` : ''}`),
  );
}

/** The texts found of one project with this alias. */
const seen = (alias: string, text: string): string[] =>
  found([project('p', alias)], text).map((line) => line.replace(/^p \w+: /, ''));

describe('names', () => {
  test.each<[alias: string, text: string, found: string[], why: string]>([
    ['OpenGradient', 'We asked OpenGradient.', ['OpenGradient'], 'a whole word'],
    ['OpenGradient', 'OpenGradients and ReOpenGradient', [], 'no part of one'],
    [
      'OpenGradient',
      'opengradient OPENGRADIENT',
      ['opengradient', 'OPENGRADIENT'],
      'unambiguous: in any case',
    ],
    ['Coin98', 'coin98', ['coin98'], 'so is one with digits'],
    ['Aave', 'Aave AAVE aave', ['Aave'], 'else as typed'],
    ['OpenGradient', "OpenGradient’s OpenGradient's", ['OpenGradient ×2'], 'a possessive'],
    ['Near Protocol', 'near\n  protocol', ['near protocol'], 'white space is any white space'],
    ['Near Protocol', 'Near. Protocol', [], 'and nothing else is'],
    ['Near Protocol', 'NearProtocol', [], 'nor is nothing'],
    ['Near Protocol', 'Near\0Protocol', [], 'nor is the end of a run'],
    ['Lay’s Chips', "Lay's chips", ["Lay's chips"], 'any apostrophe'],
    ['Open-Gradient', 'Open‑Gradient', ['Open-Gradient'], 'any hyphen'],
    [
      'OpenGradient',
      'Open\u00adGradient ＯｐｅｎＧｒａｄｉｅｎｔ',
      ['OpenGradient ×2'],
      'soft hyphens, full width',
    ],
    ['OpenGradient', '@OpenGradient $OpenGradient #OpenGradient', [], 'mentions are found as such'],
    [
      'OpenGradient',
      'opengradient.ai docs.opengradient.ai me@opengradient.ai OpenGradient@x.ai',
      [],
      'in hosts and e-mails no',
    ],
    ['OpenGradient', 'https://x.com/opengradient x.com/opengradient', [], 'nor in paths'],
    [
      'OpenGradient',
      'Bittensor/OpenGradient (OpenGradient) “OpenGradient”',
      ['OpenGradient ×3'],
      'but beside marks',
    ],
    ['Node.js', 'We use Node.js.', ['Node.js'], 'with a mark in it'],
    ['.NET Labs', 'at .NET Labs now', ['.NET Labs'], 'that begins with one'],
    ['以太坊', '今天以太坊上涨', ['以太坊'], 'without spaces'],
    ['比特币', '比特币ETF', ['比特币'], 'beside Latin letters'],
    ['ソラナ', 'ソラナは ソラナチェーン', ['ソラナ'], 'katakana words are whole'],
    ['업비트', '업비트는 업비트에서 업비트코인', ['업비트 ×2'], 'with a particle, in no other word'],
    ['Эфириум', 'Эфириум, эфириумный', ['Эфириум'], 'Cyrillic'],
    ['أوبن غراديانت', 'عن أوبن غراديانت اليوم', ['أوبن غراديانت'], 'Arabic'],
    ['İstanbul Labs', 'in İstanbul Labs', ['İstanbul Labs'], 'what grows in lower case'],
    ['__proto__', '__proto__ constructor', ['__proto__'], 'what every object has'],
    ['constructoor', 'constructor toString', [], 'but not unasked'],
  ])('%s in %j: %j, %s', (alias, text, texts) => {
    expect(seen(alias, text)).toEqual(texts);
  });

  test('two aliases that the same word is count once', () => {
    expect(found([project('p', 'OpenGradient', 'OPENGRADIENT')], 'OPENGRADIENT')).toEqual([
      'p name: OPENGRADIENT',
    ]);
  });

  test('the longest wins, and none lies over another', () => {
    const projects = [
      project('near', 'Zenex'),
      project('protocol', 'Zenex Protocol'),
      project('labs', 'Protocol Labs'),
    ];
    expect(found(projects, 'Zenex Protocol Labs and Zenex')).toEqual([
      'protocol name: Zenex Protocol',
      'near name: Zenex',
    ]);
    expect(found(projects, 'Zenex and Protocol Labs')).toEqual([
      'near name: Zenex',
      'labs name: Protocol Labs',
    ]);
  });

  test('an everyday word is not looked for, unless the user insists', () => {
    const insisting: Aliased = { id: 'b', aliases: [{ text: 'Render', site: null, insist: true }] };
    expect(found([project('a', 'Render')], 'Render')).toEqual([]);
    expect(found([project('a', 'Render'), insisting], 'Render render')).toEqual(['b name: Render']);
    expect(found([project('a', 'Render Network')], 'render network')).toEqual(['a name: render network']);
  });

  test('one tied to the site comes before one tied to none, and one tied to another site never', () => {
    const tied: Aliased = { id: 'tied', aliases: [{ text: 'Zenex', site: 'x.com' }] };
    expect(found([project('any', 'Zenex'), tied], 'Zenex')).toEqual(['tied name: Zenex']);
    expect(found([project('any', 'Zenex'), tied], 'Zenex', [], 'y.com')).toEqual(['any name: Zenex']);
  });
});

describe('domains', () => {
  const opg = [project('p', 'opengradient.ai')];
  test.each<[text: string, hosts: string[], found: string[], why: string]>([
    ['see opengradient.ai.', [], ['opengradient.ai'], 'in text'],
    ['https://docs.opengradient.ai/a', [], ['docs.opengradient.ai'], 'below it'],
    ['notopengradient.ai opengradient.ai.evil.com', [], [], 'not a longer one'],
    ['me@opengradient.ai', [], [], 'no e-mail address'],
    ['a.com/opengradient.ai', [], [], 'no path'],
    ['', ['app.opengradient.ai', 'evil-opengradient.ai'], ['app.opengradient.ai'], 'in links'],
    ['OpenGradient.ai', ['opengradient.ai'], ['OpenGradient.ai'], 'a link written out is one'],
  ])('%j, links to %j: %j, %s', (text, hosts, texts) => {
    expect(found(opg, text, hosts)).toEqual(texts.map((each) => `p domain: ${each}`));
  });

  test('the page’s own host counts', () => {
    expect(found(opg, '', [], 'opengradient.ai:8080')).toEqual(['p domain: opengradient.ai']);
  });

  test('an international one in either form', () => {
    expect(found([project('p', 'münchen.de')], 'bei münchen.de', [])).toEqual(['p domain: münchen.de']);
    expect(found([project('p', 'münchen.de')], '', ['www.xn--mnchen-3ya.de'])).toHaveLength(1);
  });
});

describe('addresses', () => {
  test.each<[alias: string, text: string, found: string[], why: string]>([
    [evm, `at ${evm}.`, [`address: ${evm}`], 'as written'],
    [evm, evm.toLowerCase(), [`address: ${evm.toLowerCase()}`], 'an EVM address in any case'],
    [evm, `${evm}0 x${evm}`, [], 'no part of a longer one'],
    [
      evm,
      '0xFbC2…F5eB 0xfbc2051a...62fbf5eb',
      ['maybe: 0xFbC2…F5eB', 'maybe: 0xfbc2051a...62fbf5eb'],
      'shortened',
    ],
    [evm, '0xFbC2…F5eC 0xFb…eB', [], 'with another end, or too short'],
    [solana, solana, [`address: ${solana}`], 'Solana'],
    [solana, solana.toLowerCase(), [], 'with its case'],
    [solana, '7xKX…gAsU 7xkx…gasu', ['maybe: 7xKX…gAsU'], 'shortened'],
  ])('%s in %s: %j, %s', (alias, text, texts) => {
    expect(found([project('p', alias)], text)).toEqual(texts.map((each) => `p ${each}`));
  });
});

describe('where they stand', () => {
  /** Of each place what is written there, and by what it was found. */
  const places = (projects: Aliased[], text: string): string[] =>
    namedSpans(namedTable(projects), text, everyday).map(
      ({ start, end, by }) => `${by}: ${text.slice(start, end)}`,
    );

  test.each<[text: string, places: string[], why: string]>([
    ['OpenGradient, opengradient', ['name: OpenGradient', 'name: opengradient'], 'each in its order'],
    [
      'at docs.opengradient.ai: OpenGradient',
      ['domain: docs.opengradient.ai', 'name: OpenGradient'],
      'of all kinds',
    ],
    [`${evm} 0xFbC2…F5eB`, [`address: ${evm}`, 'maybe: 0xFbC2…F5eB'], 'whole and shortened'],
    ['é. e\u0301 “Open\u00adGradient” x', ['name: Open\u00adGradient'], 'after and among what nobody sees'],
    [
      'ﬁ ＯｐｅｎＧｒａｄｉｅｎｔ, ﬃ OpenGradient',
      ['name: ＯｐｅｎＧｒａｄｉｅｎｔ', 'name: OpenGradient'],
      'after what grows',
    ],
    ['ﬁ\ufdfa https://opengradient.ai/\ufdfa', ['domain: opengradient.ai'], 'a domain too'],
    ['ㄱㅏ각 OpenGradient', ['name: OpenGradient'], 'after what joins'],
  ])('%j: %j, %s', (text, found) => {
    expect(places([project('p', 'OpenGradient', 'opengradient.ai', evm)], text)).toEqual(found);
  });

  test('of two that lie over one another the longer, with the projects that have it', () => {
    const projects = [project('below', 'docs.a.ai'), project('all', 'a.ai')];
    const [span, ...others] = namedSpans(namedTable(projects), 'docs.a.ai', everyday);
    expect(span?.holders).toEqual([
      { id: 'below', site: null, insist: false, key: 'domain:docs.a.ai', text: 'docs.a.ai' },
    ]);
    expect(others).toEqual([]);
  });

  test('what is ignored stands nowhere, nor in a link', () => {
    const table = namedTable([project('p', 'OpenGradient', 'opengradient.ai')]);
    const isIgnored = (key: string) => key === 'name:opengradient' || key === 'domain:opengradient.ai';
    const text = 'OpenGradient opengradient.ai';
    expect(namedSpans(table, text, nothing)).toHaveLength(2);
    expect(namedSpans(table, text, { ...nothing, isIgnored })).toEqual([]);
    expect(
      findNamed(table, { site: '', text, hosts: ['a.opengradient.ai'] }, { ...nothing, isIgnored }),
    ).toEqual([]);
  });

  test('in any text they lie in bounds, in order, and none over another', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'Zen',
        'Zen Ex',
        'ﬁ',
        '\u200b',
        '\u0301',
        '업비트는',
        '以太',
        'a.ai',
        evm,
        '0xFbC2…F5eB',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const table = namedTable([project('p', 'Zen', 'Zen Ex', '以太', '업비트', 'a.ai', evm)]);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        let after = 0;
        for (const { start, end } of namedSpans(table, text, nothing)) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          after = end;
        }
        expect(after).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('names of any kind in any text are found whole, in bounds, and nothing is thrown', () => {
  const name = fc.oneof(
    fc.constantFrom('Zen', 'Zen Ex', '以太', '$a', 'a.ai', evm),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), fc.array(name, { maxLength: 20 }), (names, parts) => {
      const text = parts.join(' ');
      for (const { found } of findNamed(
        namedTable([project('p', ...names)]),
        { site: '', text, hosts: parts },
        nothing,
      )) {
        for (const one of found) expect(one.count).toBeGreaterThan(0);
      }
    }),
  );
});

test('a hostile text takes no longer than its length', () => {
  const projects = [
    project('p', 'Zenex', 'Zenex Zenex', 'a.ai', evm, solana, '以太坊', '업비트', 'aa aa aa aa ab'),
  ];
  const table = namedTable(projects);
  for (const part of [
    'a',
    'a ',
    'Zenex ',
    '\u200b',
    '\u202e',
    '以',
    '업',
    '.',
    'a.',
    '0x',
    '1…',
    'a/',
    '-',
    '\ufdfa',
    'A.ai ',
    'constructor ',
    '__proto__ ',
  ]) {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    const started = process.threadCpuUsage();
    findNamed(table, { site: '', text, hosts: [] }, nothing);
    const { user, system } = process.threadCpuUsage(started);
    expect([part, (user + system) / 1_000_000 < 3]).toEqual([part, true]);
  }
});
