import { sameContent } from '../library/digest.ts';

/**
 * Operation ids for what a user sends again by hand when it seems not to be saved: the same content has the same id
 * until `saved`, so that it can not be stored twice.
 */
export function operationIds() {
  let last: { content: unknown; op: string } | null = null;
  return {
    /** `again`: this content was sent before. */
    of(content: unknown): { op: string; again: boolean } {
      if (last && sameContent(last.content, content)) return { op: last.op, again: true };
      last = { content, op: crypto.randomUUID() };
      return { op: last.op, again: false };
    },
    saved() {
      last = null;
    },
  };
}
