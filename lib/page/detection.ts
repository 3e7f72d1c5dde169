import { mentionKey } from '../mentions/alias.ts';
import { findMentions } from '../mentions/find-mentions.ts';

/** What tells mentions in text: patterns and words, most of the weight of the content script, and most frames have no sigil. */
export const detection = { findMentions, mentionKey };

export type Detection = typeof detection;
