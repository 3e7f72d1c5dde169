import { aliasKey } from '../mentions/alias.ts';
import type { ShownMention } from '../mentions/card-talk.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import type { Profile } from '../mentions/mention.ts';
import { anySigil } from '../mentions/sigil.ts';
import { type Block, placeIn, runsOf } from './runs.ts';

/** A mention where it stands in the page. */
export interface PageMention extends ShownMention {
  block: Block;
  /** Static: goes stale when its text is edited, so changed nodes' mentions are dropped before anything else. */
  range: StaticRange;
}

/** Finds the mentions in the text of one block, nested blocks left out. */
export function mentionsIn(block: Block, profile: Profile): PageMention[] {
  const found: PageMention[] = [];
  for (const run of runsOf(block)) {
    if (!anySigil.test(run.text)) continue;
    for (const { text, kind, strength, start, end } of findMentions(run.text, profile)) {
      const key = aliasKey(text);
      const from = placeIn(run, start, false);
      const to = placeIn(run, end, true);
      if (!key || !from || !to) continue;
      const range = new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
      found.push({ key, text, kind, strength, block, range });
    }
  }
  return found;
}

/** False once the page removed the text the mention was found in. */
export const isStanding = ({ range }: PageMention): boolean =>
  range.startContainer.isConnected && range.endContainer.isConnected;
