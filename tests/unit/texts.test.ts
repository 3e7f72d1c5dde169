import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { textsOf } from './words.ts';

const languages = readdirSync(fileURLToPath(new URL('../../locales', import.meta.url))).map((file) =>
  file.replace('.yml', ''),
);

// Chromium shows `Prices such as $100` as `Prices such as 00`, and `a $cashtag` as `a ashtag`: it is filled in instead.
test.each(languages)(
  'no text of %s has a dollar sign, which the browser takes for a place to fill in',
  (language) => {
    expect([...textsOf(language)].filter(([, text]) => text.includes('$'))).toEqual([]);
  },
);
