import { describe, expect, test } from 'vitest';
import { readTypedSite, twinSite } from '../../../lib/library/typed-site.ts';

describe('a site is read from what is typed', () => {
  test.each([
    ['example.com', 'example.com'],
    ['  Example.COM ', 'example.com'],
    ['www.example.com', 'www.example.com'],
    ['example.com/', 'example.com'],
    ['example.com/a/b?c=d#e', 'example.com'],
    ['https://example.com', 'example.com'],
    ['HTTPS://Example.com/a@b', 'example.com'],
    ['http://user:secret@example.com/', 'example.com'],
    ['//example.com/path', 'example.com'],
    ['example.com:8080', 'example.com:8080'],
    ['example.com:443', 'example.com'],
    ['example.com:80', 'example.com'],
    ['http://example.com:80/x', 'example.com'],
    ['https://example.com:80', 'example.com:80'],
    ['localhost', 'localhost'],
    ['localhost:3000', 'localhost:3000'],
    ['localhost:3000/path', 'localhost:3000'],
    ['127.0.0.1:8000', '127.0.0.1:8000'],
    ['http://[::1]:3000/', '[::1]:3000'],
    ['[::1]', '[::1]'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['ＥＸＡＭＰＬＥ．com', 'example.com'],
    ['example.com/@someone', 'example.com'],
  ])('%j is %s', (typed, site) => {
    expect(readTypedSite(typed)).toEqual({ ok: true, value: site });
  });

  test.each([
    ['', 'Type the address of a site'],
    ['   ', 'Type the address of a site'],
    ['*.example.com', 'each site by itself'],
    ['chrome://extensions', 'not on chrome: pages'],
    ['about:blank', 'not on about: pages'],
    ['file:///etc/passwd', 'not on file: pages'],
    ['javascript:alert(1)', 'not on javascript: pages'],
    ['mailto:a@example.com', 'not on mailto: pages'],
    ['@OpenGradient', 'not a site'],
    ['me@example.com', 'not a site'],
    ['example', '“example” has no ending'],
    ['com.', '“com.” has no ending'],
    ['two words', 'can not be read'],
    ['exa mple.com', 'can not be read'],
    ['https://', 'can not be read'],
    ['http://exa%20mple.com', 'can not be read'],
    ['example..com', 'has no ending'],
    ['[::1', 'can not be read'],
    ['example.com:99999', 'can not be read'],
    [`${'a.'.repeat(130)}com`, 'can not be read'],
  ])('%j: %s', (typed, why) => {
    const result = readTypedSite(typed);
    expect(result.ok ? result.value : result.error.message).toContain(why);
    expect(result.ok).toBe(false);
  });

  test('what was read reads as the same again', () => {
    for (const typed of [
      'https://Example.com:8443/a',
      'localhost:3000',
      'http://[::1]:3000/',
      'münchen.de',
    ]) {
      const once = readTypedSite(typed);
      expect(once.ok && readTypedSite(once.value)).toEqual(once);
    }
  });
});

test.each([
  ['example.com', 'www.example.com'],
  ['www.example.com', 'example.com'],
  ['bbc.co.uk', 'www.bbc.co.uk'],
  ['docs.example.com', null],
  ['me.github.io', null],
  ['localhost', null],
  ['localhost:3000', null],
  ['127.0.0.1', null],
  ['[::1]', null],
])('the twin of %s is %s', (site, twin) => {
  expect(twinSite(site)).toBe(twin);
});
