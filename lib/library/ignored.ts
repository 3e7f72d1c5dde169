import { shortAddress } from '../mentions/addresses.ts';
import { aliasKeys } from '../mentions/alias.ts';
import type { Settings } from './schema.ts';

type Rule = Settings['ignored'][number];

/** The rules by which the user sees no card of this alias key on `site`; one for `$btc` holds for `$btc-usd` too. */
export function ignoringRules(ignored: readonly Rule[], key: string, site: string): Rule[] {
  const keys = aliasKeys(key);
  return ignored.filter((rule) => holdsOn(rule, site) && keys.includes(rule.key));
}

/** Answers of many alias keys whether one of these rules ignores them on `site`. */
export function ignoredOn(ignored: readonly Rule[], site: string): (key: string) => boolean {
  const keys = new Set(ignored.filter((rule) => holdsOn(rule, site)).map(({ key }) => key));
  return (key) => aliasKeys(key).some((candidate) => keys.has(candidate));
}

/** The names, domains and addresses that the user asked not to see on `site`, whether they stand there or not. */
export const ignoredNames = (ignored: readonly Rule[], site: string): { key: string; text: string }[] => {
  const keys = ignored.filter((rule) => holdsOn(rule, site)).map(({ key }) => key);
  return [...new Set(keys)].flatMap((key) => {
    const text = /^(?:name|domain|address):(.+)$/s.exec(key)?.[1];
    return text === undefined ? [] : [{ key, text: shortAddress(text) }];
  });
};

const holdsOn = (rule: Rule, site: string): boolean => rule.site === null || rule.site === site;
