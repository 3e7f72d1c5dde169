import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { speak } from '../../lib/library/text.ts';

/** The texts of a language by their key, as the build makes them of its file. */
export function textsOf(language: string): Map<string, string> {
  const file = fileURLToPath(new URL(`../../locales/${language}.yml`, import.meta.url));
  const texts = new Map<string, string>();
  const gather = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.set(key, value);
    else
      for (const [name, inner] of Object.entries(value ?? {})) gather(inner, key ? `${key}.${name}` : name);
  };
  gather(parse(readFileSync(file, 'utf8')), '');
  return texts;
}

const english = textsOf('en');
speak({ language: 'en', look: (key) => english.get(key) ?? '' });
