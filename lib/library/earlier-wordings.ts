import { sameContent } from './digest.ts';
import { longestEarlier, mostEarlier } from './limits.ts';
import type { EarlierWording, Note } from './schema.ts';

/**
 * A note's earlier wordings once it says something else. What it says again is no earlier wording any more; the one
 * before the last change stays however long it is.
 */
export function withEarlier(note: Note, next: Pick<Note, 'kind' | 'body'>, now: string): EarlierWording[] {
  const { kind, body, earlier = [] } = note;
  const all = [{ kind, body, until: now }, ...earlier].filter(
    (wording) => !sameContent({ kind: wording.kind, body: wording.body }, next),
  );
  let letters = 0;
  const kept = all.slice(0, mostEarlier).filter((wording, at) => {
    letters += wording.body.length;
    return at === 0 || letters <= longestEarlier;
  });
  return kept;
}
