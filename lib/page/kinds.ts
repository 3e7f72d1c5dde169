import type { PageSettings } from '../library/alias-status.ts';
import { mentionKinds } from '../mentions/mention.ts';

export type Kinds = PageSettings['kinds'];

/** Until the user's settings are known. */
export const everyKind: Kinds = { cashtag: true, handle: true, hashtag: true };

/** Whether the first has a kind that the other has not. */
export const hasMore = (one: Kinds, other: Kinds): boolean =>
  mentionKinds.some((kind) => one[kind] && !other[kind]);
