import type { ShownMention } from '../../lib/mentions/card-talk.ts';

/** What people call the kinds of mention. */
export const kindNames: Record<ShownMention['kind'], string> = {
  cashtag: 'Ticker',
  handle: 'Handle',
  hashtag: 'Hashtag',
  name: 'Name',
};
