import { expect, test } from 'vitest';
import { findMentions } from '../../../lib/mentions/find-mentions.ts';
import { grammarOf } from '../../../lib/mentions/sites.ts';

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
])('%s is read by %s', (host, profile) => {
  expect(grammarOf(host).profile).toBe(profile);
});

test.each([
  ['github.com', 'cc @jane-doe', ['@jane-doe'], 'hyphens belong to the name'],
  ['github.com', 'cc @near-based', ['@near-based'], 'whatever they spell'],
  ['gist.github.com', 'cc @jane-doe', ['@jane-doe'], 'subdomains read alike'],
  ['example.com', 'cc @Tesla-owned', ['@Tesla'], 'an English compound names Tesla'],
  ['instagram.com', 'shot by @open.gradient.', ['@open.gradient'], 'dots belong to the name, but the last'],
  ['example.com', 'the @app.route decorator', [], 'a dot in lower case is code elsewhere'],
  ['t.me', 'thanks @jane-doe', ['@jane'], 'a hyphen ends a name'],
])('%s: %s → %j, %s', (host, text, mentions) => {
  const { profile, handles } = grammarOf(host);
  expect(findMentions(text, profile, handles).map((mention) => mention.text)).toEqual(mentions);
});
