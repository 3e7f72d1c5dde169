import { expect, test } from 'vitest';
import { profileOf } from '../../../lib/mentions/profile.ts';

test.each([
  ['x.com', 'x'],
  ['www.x.com', 'x'],
  ['X.com', 'x'],
  ['twitter.com', 'x'],
  ['mobile.twitter.com', 'x'],
  ['x.com.', 'x'],
  ['dropbox.com', 'web'],
  ['notx.com', 'web'],
  ['x.com.evil.example', 'web'],
  ['bsky.app', 'web'],
  ['', 'web'],
])('%s → %s', (host, profile) => {
  expect(profileOf(host)).toBe(profile);
});
