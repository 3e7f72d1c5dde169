import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSourceUrl } from '../../../lib/library/source-url.ts';
import { worked } from '../worked.ts';

interface Row {
  why: string;
  url: string;
  kept: string | null;
}

const rows: Row[] = JSON.parse(
  readFileSync(new URL('../../fixtures/source-urls.json', import.meta.url), 'utf8'),
);

describe('an address of a page as it is kept', () => {
  test.each(rows)('$why', ({ url, kept }) => {
    expect(cleanSourceUrl(url)).toBe(kept);
    if (kept !== null) expect(cleanSourceUrl(kept), 'clean is clean').toBe(kept);
  });
});

/** Keys that stay where their value is harmless, and some that never do. */
const kept = ['id', 'q', 'page', 'tag', 'T', 'v', 'list'];
const dropped = [
  'token',
  'code',
  'state',
  'utm_source',
  'fbclid',
  'sid',
  's',
  'access_token',
  '__proto__',
  'q[]',
];

const host = fc.constantFrom(
  'example.org',
  'www.youtube.com',
  'x.com',
  '[::1]:8080',
  'bücher.example',
  'a.b.',
);
const path = fc.array(
  fc.oneof(
    fc.constantFrom(
      'auth',
      'verify',
      'wiki',
      '..',
      '.',
      '',
      '(S(a1))',
      'a;b=c',
      '..;a=b',
      '%3Bsid=1',
      'a%zz',
    ),
    fc.stringMatching(/^[a-z0-9;=%().-]{0,12}$/),
    fc.base64String({ minLength: 16, maxLength: 60 }),
  ),
  { maxLength: 6 },
);
const value = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{0,8}$/),
  fc.webFragments(),
  fc.emailAddress(),
  fc.base64String({ maxLength: 60 }),
  fc.uuid(),
);
const query = fc.array(fc.tuple(fc.constantFrom(...kept, ...dropped), value), { maxLength: 6 });
const hash = fc.oneof(
  fc.constant(''),
  fc.webFragments().map((text) => `#${text}`),
  fc.webFragments().map((text) => `#:~:text=${text}`),
);
const address = fc
  .tuple(fc.constantFrom('http', 'https'), fc.constantFrom('', 'mara:pw@'), host, path, query, hash)
  .map(
    ([scheme, user, where, steps, parameters, fragment]) =>
      `${scheme}://${user}${where}/${steps.join('/')}?${parameters.map(([key, said]) => `${key}=${said}`).join('&')}${fragment}`,
  );

describe('whatever the address', () => {
  test('what is kept is on the web, signs nobody in, and is clean already', () => {
    let some = 0;
    fc.assert(
      fc.property(address, (raw) => {
        const clean = cleanSourceUrl(raw);
        if (clean === null) return;
        some += 1;
        const url = new URL(clean);
        expect(url.protocol).toMatch(/^https?:$/);
        expect([url.username, url.password]).toEqual(['', '']);
        expect(clean.length).toBeLessThanOrEqual(Math.min(4_000, new URL(raw).href.length));
        expect(url.hash).toMatch(/^$|^#:~:text=/);
        expect(cleanSourceUrl(clean)).toBe(clean);
      }),
      { numRuns: 1_000 },
    );
    expect(some).toBeGreaterThan(700);
  });

  test('anything at all is an address or none, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (raw) => {
          const clean = cleanSourceUrl(raw);
          if (clean !== null) expect(new URL(clean).href).toBe(clean);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('no value of a dropped parameter survives, and those that stay keep their order', () => {
    // Numbered words, so that none can be part of another or of the rest.
    const parameters = fc.array(fc.constantFrom(...kept, ...dropped), { maxLength: 8 });
    fc.assert(
      fc.property(parameters, (keys) => {
        const said = keys.map((key, at) => `${key}=${1_000 + at}`);
        const clean = cleanSourceUrl(`https://example.org/a?${said.join('&')}`);
        const stays = said.filter((_, at) => kept.includes(keys[at] ?? ''));
        expect(clean).toBe(`https://example.org/a${stays.length > 0 ? '?' : ''}${stays.join('&')}`);
      }),
    );
  });

  test('a token of any kind goes, under whatever key', () => {
    const token = fc.oneof(
      fc.uuid(),
      fc.emailAddress(),
      fc.stringMatching(/^[0-9a-f]{64}$/),
      fc.stringMatching(/^eyJ[\w-]{20}\.[\w-]{20}\.[\w-]{20}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kept, ...dropped), token, (key, secret) => {
        const raw = `https://example.org/a?${key}=${encodeURIComponent(secret)}`;
        expect(cleanSourceUrl(raw)).toBe('https://example.org/a');
      }),
      { numRuns: 1_000 },
    );
  });

  test('a hostile address costs no time', () => {
    const hostile = ['%25', '%', 'a@', 'a.', ';a=', '&q=', ':~:text=', '(S(', 'aA1', '/eyJ', '🦊', '@a.a'];
    const before = worked();
    for (const part of hostile)
      for (const start of ['', 'auth/', '?q=', '#:~:text=', '?id=a@'])
        cleanSourceUrl(`https://example.org/${start}${part.repeat(99_000 / part.length)}`);
    expect(worked() - before, 'microseconds').toBeLessThan(2_000_000);
  });
});
