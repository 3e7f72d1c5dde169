import { expect, test } from 'vitest';
import { isEverydayWord } from '../../../lib/mentions/everyday-words.ts';

test.each([
  'near',
  'render',
  'stacks',
  'waves',
  'optimism',
  'lens',
  'compounds',
  'rebuilding',
  'aardvark',
  'zoom',
  'bitcoin',
])('%s is a word', (word) => {
  expect(isEverydayWord(word)).toBe(true);
});

test.each([
  'opengradient',
  'solana',
  'aave',
  'uniswap',
  'sui',
  'jupiter',
  'Near',
  'a',
  '',
  'constructoor',
  '__proto__',
])('%s is none, or no everyday one', (word) => {
  expect(isEverydayWord(word)).toBe(false);
});
