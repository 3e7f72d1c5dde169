import { expect, test } from 'vitest';
import { matchesLock } from '../../../scripts/install.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };
const forMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const locked = { '': { version: '0.1.0' }, 'node_modules/react': react, 'node_modules/for-mac': forMac };

test.each([
  ['all is there', { 'node_modules/react': react, 'node_modules/for-mac': forMac }, true],
  ['only another platform’s package is missing', { 'node_modules/react': react }, true],
  ['more is there than asked for', { 'node_modules/react': react, 'node_modules/more': react }, true],
  ['a package is missing', { 'node_modules/for-mac': forMac }, false],
  ['a version is another', { 'node_modules/react': { ...react, version: '19.3.0' } }, false],
  ['the content is another', { 'node_modules/react': { ...react, integrity: 'sha512-c' } }, false],
  [
    'an optional package is there in another version',
    { 'node_modules/react': react, 'node_modules/for-mac': react },
    false,
  ],
  ['nothing is there', {}, false],
])('installed packages when %s', (_, installed, matches) => {
  expect(matchesLock(locked, installed)).toBe(matches);
});
