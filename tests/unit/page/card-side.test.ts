import { describe, expect, it } from 'vitest';
import { cardSide } from '../../../lib/page/card-side.ts';

const plain = { querySelector: () => null };
const mastodon = { querySelector: () => ({}) as never };

describe('the side on which the card opens', () => {
  it.each([
    { host: 'x.com', page: plain, side: 'above' },
    { host: 'mobile.twitter.com', page: plain, side: 'above' },
    { host: 'bsky.app', page: plain, side: 'above' },
    { host: 'GitHub.com.', page: plain, side: 'above' },
    { host: 'gist.github.com', page: plain, side: 'above' },
    { host: 'notx.com', page: plain, side: 'below' },
    { host: 'github.com.evil.test', page: plain, side: 'below' },
    { host: '', page: plain, side: 'below' },
    { host: 'social.example', page: mastodon, side: 'above' },
  ])('$host: $side', ({ host, page, side }) => expect(cardSide(host, page)).toBe(side));
});
