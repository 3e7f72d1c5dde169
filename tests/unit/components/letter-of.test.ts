import { expect, test } from 'vitest';
import { letterOf } from '../../../components/letter-of.ts';

test.each([
  ['k', 'KeyK', 'k', 'a Latin letter is itself'],
  ['K', 'KeyK', 'k', 'with Caps Lock too'],
  ['x', 'KeyB', 'x', 'wherever it stands: Dvorak'],
  ['q', 'KeyX', 'q', 'and no other by its place'],
  ['w', 'KeyZ', 'w', 'AZERTY'],
  ['y', 'KeyZ', 'y', 'QWERTZ: Ctrl+Y takes nothing back'],
  ['л', 'KeyK', 'k', 'Cyrillic'],
  ['Т', 'KeyN', 'n', 'Cyrillic, Caps Lock'],
  ['ν', 'KeyN', 'n', 'Greek'],
  ['ㅔ', 'KeyP', 'p', 'Hangul'],
  ['מ', 'KeyN', 'n', 'Hebrew'],
  ['\u0e37', 'KeyN', 'n', 'Thai writes a mark there'],
  ['é', 'KeyK', null, 'a Latin letter with an accent is none of ours'],
  [';', 'KeyZ', null, 'Dvorak writes no letter there'],
  ['ArrowUp', 'ArrowUp', null, 'no letter'],
  ['ж', 'Semicolon', null, 'no place of a letter'],
  ['Process', 'KeyK', null, 'an input method has it'],
])('%s at %s is %s: %s', (key, code, letter, _why) => {
  expect(letterOf({ key, code })).toBe(letter);
});
