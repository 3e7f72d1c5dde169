import { describe, expect, test } from 'vitest';
import { handleInLink, profileHosts } from '../../../lib/mentions/handle-in-link.ts';

describe('links to somebody', () => {
  test.each([
    ['https://x.com/OpenGradient', '@OpenGradient'],
    ['https://x.com/OpenGradient/', '@OpenGradient'],
    ['https://x.com/OpenGradient?s=21&t=abc#top', '@OpenGradient'],
    ['https://x.com/OpenGradient/status/1793', '@OpenGradient'],
    ['https://x.com/OpenGradient/with_replies', '@OpenGradient'],
    ['http://www.twitter.com/og', '@og'],
    ['https://mobile.twitter.com/og/status/1/photo/1', '@og'],
    ['https://bsky.app/profile/opengradient.bsky.social', '@opengradient.bsky.social'],
    ['https://bsky.app/profile/opengradient.ai/post/3kx', '@opengradient.ai'],
    ['https://github.com/open-gradient', '@open-gradient'],
    ['https://github.com/open-gradient/node/issues/1', '@open-gradient'],
    ['https://github.com/orgs/open-gradient/repositories', '@open-gradient'],
    ['https://t.me/opengradient', '@opengradient'],
    ['https://t.me/s/opengradient', '@opengradient'],
    ['https://t.me/opengradient/44', '@opengradient'],
    ['https://www.instagram.com/open.gradient/', '@open.gradient'],
    ['https://instagram.com/stories/opengradient/1', '@opengradient'],
    ['https://warpcast.com/opengradient', '@opengradient'],
    ['https://farcaster.xyz/og.eth', '@og.eth'],
    ['https://farcaster.xyz/og/0x1a2b', '@og'],
    ['https://www.youtube.com/@OpenGradient/videos', '@OpenGradient'],
    ['https://www.tiktok.com/@opengradient/video/7', '@opengradient'],
    ['https://www.threads.net/@open.gradient/post/x', '@open.gradient'],
    ['https://medium.com/@opengradient/a-story-1f', '@opengradient'],
    ['https://mastodon.social/@opengradient', '@opengradient'],
    ['https://mastodon.social/@opengradient/112233', '@opengradient'],
    ['https://mastodon.social/@og@hachyderm.io', '@og@hachyderm.io'],
  ])('%s', (link, handle) => {
    expect(handleInLink(link)).toBe(handle);
  });
});

describe('links to nobody', () => {
  test.each([
    'https://x.com/',
    'https://x.com/home',
    'https://x.com/HOME',
    'https://x.com/search?q=%24OPG',
    'https://x.com/i/lists/123',
    'https://x.com/i/status/1',
    'https://x.com/intent/post?text=@og',
    'https://x.com/share?url=https://x.com/og',
    'https://x.com/hashtag/OPG',
    'https://x.com/explore',
    'https://x.com/settings/profile',
    'https://x.com/a_name_of_more_than_fifteen',
    'https://x.com.example/og',
    'https://notx.com/og',
    'https://example.org/x.com/og',
    'https://bsky.app/profile/did:plc:abc123',
    'https://bsky.app/search?q=og',
    'https://bsky.app/intent/compose?text=a',
    'https://github.com/features/actions',
    'https://github.com/orgs',
    'https://github.com/login?return_to=/og',
    'https://github.com/-og',
    'https://gist.github.com/og/1',
    'https://t.me/joinchat/AAAA',
    'https://t.me/+AAAA',
    'https://t.me/share/url?url=a',
    'https://t.me/c/123/4',
    'https://t.me/addstickers/Dogs',
    'https://www.instagram.com/p/Cabc/',
    'https://www.instagram.com/reel/Cabc/',
    'https://www.instagram.com/explore/tags/opg/',
    'https://warpcast.com/~/channel/base',
    'https://www.youtube.com/watch?v=a',
    'https://unpkg.com/@opengradient/sdk',
    'https://unpkg.com/@opengradient',
    'https://cdn.jsdelivr.net/@og/1',
    'https://www.npmjs.com/package/@opengradient/sdk',
    'https://jsr.io/@std',
    'https://registry.npmjs.org/@og/sdk',
    'https://www.google.com/maps/@45.1,12.3,7z',
    'https://maps.google.com/@45',
    'https://mastodon.social/@og/about',
    'https://mastodon.social/@',
    'https://mastodon.social/@og"onclick=',
    'https://mastodon.social/@%E2%80%AEog',
    'https://mastodon.social/about',
    'mailto:og@example.org',
    'javascript:alert(1)//x.com/og',
    'ftp://x.com/og',
    'not a link',
    '',
    `https://x.com/og?${'a'.repeat(3_000)}`,
  ])('%s', (link) => {
    expect(handleInLink(link)).toBeNull();
  });
});

test('names of every object are names', () => {
  expect(handleInLink('https://x.com/__proto__')).toBe('@__proto__');
  expect(handleInLink('https://x.com/constructor')).toBe('@constructor');
});

test('the hosts stand bare, as patterns of the menu are made of them', () => {
  for (const host of profileHosts) expect(host).toMatch(/^[a-z]+\.[a-z]+$/);
});
