import type { MentionKind } from '../../lib/mentions/mention.ts';

/** What people call the kinds of mention. */
export const kindNames: Record<MentionKind, string> = {
  cashtag: 'Ticker',
  handle: 'Handle',
  hashtag: 'Hashtag',
};
