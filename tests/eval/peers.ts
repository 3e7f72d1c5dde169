import twitterText from 'twitter-text';
import { type Found, foundAt } from './finder.ts';

const isFound = (found: Found | null): found is Found => found !== null;

/** twitter-text 3.1.0, all it knows at once: its own addresses keep it from looking inside them. */
export const twitterTextFinds = (text: string): Found[] =>
  twitterText
    .extractEntitiesWithIndices(text)
    .map(({ indices: [start, end] }) => foundAt(text, start, end))
    .filter(isFound);

/** What one writes down first: a sign and what `\w` calls a word. */
export const naivePattern = /[$@#]\w+/g;

export const naiveFinds = (text: string): Found[] =>
  [...text.matchAll(naivePattern)]
    .map(({ index, 0: found }) => foundAt(text, index, index + found.length))
    .filter(isFound);

/**
 * What a careful person would give mark.js: no word, sign, dot or slash before, a letter first. The group before is
 * mark.js's way to look behind (`ignoreGroups: 1`).
 */
export const markJsPattern = /(^|[^\w$@#&/.])([$@#][A-Za-z]\w{0,29})/g;
