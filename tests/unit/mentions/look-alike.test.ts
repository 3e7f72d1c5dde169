import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAlikesAmong } from '../../../lib/mentions/look-alike.ts';

/** What `seen` could be taken for, among these. */
const like = (seen: string, ...kept: string[]) =>
  lookAlikesAmong(() => kept.map((text) => ({ id: text, text })))(seen);

describe('could be taken for the kept one', () => {
  test.each<[kept: string, seen: string, why: string]>([
    ['@OpenGradient', '@0penGradient', 'nought for o'],
    ['@OpenGradient', '@OpenGrad1ent', 'one for i'],
    ['@OpenGradient', '@OpenGradlent', 'small l for i, as capital I looks'],
    ['@OpenGradient', '@0penGrad1ent', 'two at once look no less alike'],
    ['@OpenGradient', '@Open_Gradient', 'a low line more'],
    ['@coin98_wallet', '@coin98wallet', 'a low line less'],
    ['@aws-sdk', '@aws_sdk', 'a low line for a hyphen'],
    ['@arbitrum', '@arbitrurn', 'rn for m'],
    ['@worldcoin', '@vvorldcoin', 'vv for w'],
    ['@cloudflare', '@doudflare', 'd for cl'],
    ['@solana', '@5olana', 'five for s'],
    ['@near', '@n3ar', 'a short one, by a look-alike'],
    ['@near', '@near_', 'a short one with a sign more'],
    ['@OpenGradient', '＠０ｐｅｎＧｒａｄｉｅｎｔ', 'full width'],
    ['@OpenGradient', '@OpenGradients', 'a letter added at the end of a long name'],
    ['@ethereum', '@ethereums', 'a plural of a name that has none'],
    ['@ethereum', '@ethereum2', 'a number added to a long name'],
    ['@ethereum', '@etheruem', 'two letters swapped'],
    ['@ethereum', '@etereum', 'a letter missing'],
    ['@UiPath', '@UiPathh', 'a letter doubled'],
    ['@babel', '@babbel', 'a letter doubled in a short one'],
    ['@OpenGradient', '@OpenGradiant', 'another letter'],
    ['@OpenGradient', '@0penGradient.bsky.social', 'at another service'],
    ['@opengradient.bsky.social', '@opengradiient.bsky.social', 'at the same service'],
    ['@opengradient@mastodon.social', '@0pengradient@fosstodon.org', 'federated'],
    ['@opengradient.eth', '@0pengradient.eth', 'a name service'],
    ['opengradient.ai', 'opengrad1ent.ai', 'a host'],
    ['opengradient.ai', 'docs.opengrad1ent.ai', 'a host below it'],
    ['opengradient.ai', 'opengradients.com', 'a host under another ending'],
    ['opengradient.ai', 'оpengradient.ai', 'Cyrillic о'],
    ['opengradient.ai', 'xn--pengradient-qnj.ai', 'the same as browsers write it'],
    ['opengradient.ai', 'ορengradient.ai', 'Greek ο and ρ'],
    ['opengradient.ai', 'օpengradient.ai', 'Armenian օ'],
    ['opengradient.ai', 'opengradíent.ai', 'an accent'],
    ['opengradient.ai', 'ｏpengrad１ent.ai', 'full width'],
    ['opengradient.ai', '𝗼𝗽𝗲𝗻𝗴𝗿𝗮𝗱𝟭𝗲𝗻𝘁.ai', 'mathematical letters'],
    ['opengradient.co.uk', 'opengrad1ent.co.uk', 'an ending of two labels'],
  ])('%s: %s: %s', (kept, seen) => {
    expect(like(seen, kept)).toMatchObject({ id: kept, text: kept, differs: 'name' });
  });
});

describe('could not', () => {
  test.each<[kept: string, seen: string, why: string]>([
    ['@OpenGradient', '@opengradient', 'it is the kept one'],
    ['@OpenGradient', '＠OpenGradient', 'the kept one in full width'],
    ['@OpenGradient', '@OpenGradient/list', 'a list of the kept one'],
    ['@OpenGradient', '@opengradient.bsky.social', 'the same name at another service'],
    ['@opengradient@mastodon.social', '@opengradient', 'the same name without a server'],
    ['@OpenGradient', '@OpenLedger', 'another name'],
    ['@OpenGradient', '@OpenGradientFdn', 'more than one edit'],
    ['@OpenGradient', '@0penGradients', 'a look-alike and an edit'],
    ['@near', '@nears', 'short: a plural'],
    ['@near', '@neat', 'short: another word'],
    ['@base', '@base2', 'short: a number'],
    ['@stack', '@stacks', 'a plural that is a project of its own'],
    ['@babel', '@bazel', 'another letter in a short name'],
    ['@sentry', '@sentre', 'another ending of a short name'],
    ['@splunk', '@plunk', 'another beginning of a short name'],
    ['@coin98', '@coin99', 'another number'],
    ['@trader2023', '@trader2024', 'another number at the end of a long name'],
    ['@trader2023', '@trader20235', 'a longer number'],
    ['@ab', '@a8', 'two letters all look alike'],
    ['@arn', '@am', 'and three that look like two'],
    ['@OpenGradient', '$0penGradient', 'a cashtag is not a handle'],
    ['@OpenGradient', '#0penGradient', 'a hashtag is not a handle'],
    ['$OpenGradient', '@0penGradient', 'nor the other way round'],
    ['Open Gradient', '@0penGradient', 'a plain name is not compared'],
    ['@OpenGradient', '0pengradient.ai', 'hosts are compared with hosts'],
    ['opengradient.ai', 'docs.opengradient.ai', 'a host below the kept one'],
    ['opengradient.ai', 'opengradient.github.io', 'a name that anyone hosts'],
    ['render.github.io', 'vercel.github.io', 'two of one hosting service'],
    ['zsh.sourceforge.io', 'docutils.sourceforge.net', 'two endings of one hosting service'],
    ['near.org', 'near.com', 'a short name under another ending'],
    ['opengradient.ai', 'ai', 'no host at all'],
    ['opengradient.ai', 'co.uk', 'an ending alone'],
    ['opengradient.ai', 'xn--99999999.ai', 'a label that cannot be read'],
  ])('%s: %s: %s', (kept, seen) => {
    expect(like(seen, kept)).toBeNull();
  });
});

test.each([
  ['opengradient.ai', 'opengradient.io', '.io', '.ai'],
  ['www.opengradient.ai', 'app.opengradient.co.uk', '.co.uk', '.ai'],
  ['@opengradient.ai', '@opengradient.xyz', '.xyz', '.ai'],
])('%s: %s is the same name under another ending', (kept, seen, ending, keptEnding) => {
  expect(like(seen, kept)).toEqual({
    id: kept,
    text: kept,
    seen: ending,
    kept: keptEnding,
    differs: 'ending',
  });
});

test('what differs is told as it was written', () => {
  expect(like('@0penGradient', '@OpenGradient')).toMatchObject({
    seen: '0penGradient',
    kept: 'OpenGradient',
  });
  expect(like('xn--pengradient-qnj.ai', 'OpenGradient.ai')).toMatchObject({
    seen: 'оpengradient',
    kept: 'OpenGradient',
  });
});

test('two that the user keeps are no impostors of each other', () => {
  const kept = ['@OpenGradient', '@0penGradient', 'opengradient.ai', 'opengradient.io'];
  for (const each of kept) expect(like(each, ...kept)).toBeNull();
});

test('one that looks the same goes before one that is edited', () => {
  expect(like('@0penGradient', '@apenGradient', '@OpenGradient')).toMatchObject({ text: '@OpenGradient' });
});

describe('for any handle', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_]{1,15}$/);
  /** Another name, most of the time near the first one. */
  const near = fc
    .tuple(name, fc.nat(), fc.constantFrom('', '0', '1', 'l', 'I', 'rn', 'm', 's', '_', 'x'), fc.nat(2))
    .map(([one, at, put, drop]) => {
      const place = at % (one.length + 1);
      return [`@${one}`, `@${one.slice(0, place)}${put}${one.slice(place + drop)}`] as const;
    })
    .filter(([, other]) => other.length > 1);

  test('the one could be taken for the other exactly if the other could be for the one', () => {
    let told = 0;
    fc.assert(
      fc.property(near, ([one, other]) => {
        const found = like(one, other);
        if (found) told += 1;
        expect(found === null).toBe(like(other, one) === null);
      }),
      { numRuns: 2_000 },
    );
    expect(told, 'the property is about something').toBeGreaterThan(100);
  });

  test('it could never be taken for itself, however its case', () => {
    fc.assert(
      fc.property(name, (one) => {
        expect(like(`@${one.toUpperCase()}`, `@${one.toLowerCase()}`)).toBeNull();
      }),
    );
  });

  test('case changes nothing', () => {
    fc.assert(
      fc.property(near, ([one, other]) => {
        const found = like(one, other) === null;
        expect(like(one.toUpperCase(), other) === null).toBe(found);
        expect(like(one, other.toLowerCase()) === null).toBe(found);
      }),
    );
  });

  test('among many the same ones are found as alone', () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 20 }), near, (pairs, [one]) => {
        const kept = pairs.flat();
        const key = (text: string) => text.toLowerCase();
        const alone = kept.some((each) => key(each) === key(one))
          ? []
          : kept.filter((each) => like(one, each) !== null);
        const found = like(one, ...kept);
        if (alone.length === 0) expect(found).toBeNull();
        else expect(alone).toContain(found?.text);
      }),
    );
  });
});

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      like(`@${text}`, '@OpenGradient', 'opengradient.ai');
      like(text, text, 'opengradient.ai');
    }),
  );
});
