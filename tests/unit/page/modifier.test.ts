import { expect, it } from 'vitest';
import { isHeld } from '../../../lib/page/modifier.ts';

const none = { altKey: false, ctrlKey: false, shiftKey: false };

it.each([
  { modifier: 'none', keys: none, held: true },
  { modifier: 'none', keys: { ...none, altKey: true }, held: true },
  { modifier: 'alt', keys: none, held: false },
  { modifier: 'alt', keys: { ...none, altKey: true }, held: true },
  { modifier: 'alt', keys: { ...none, ctrlKey: true, shiftKey: true }, held: false },
  { modifier: 'ctrl', keys: { ...none, ctrlKey: true, shiftKey: true }, held: true },
  { modifier: 'shift', keys: { ...none, shiftKey: true }, held: true },
  { modifier: 'shift', keys: { ...none, altKey: true }, held: false },
] as const)('the key $modifier with $keys: held $held', ({ modifier, keys, held }) =>
  expect(isHeld(modifier, keys)).toBe(held),
);
