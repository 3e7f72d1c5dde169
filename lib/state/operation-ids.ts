import { sameContent } from '../library/digest.ts';

/**
 * Operation ids for what a user sends again by hand when it seems not to be saved: the same content has the same id
 * until `saved`, so that it can not be stored twice.
 */
export function operationIds() {
  let last: { content: unknown; op: string } | null = null;
  return {
    of(content: unknown): string {
      if (!last || !sameContent(last.content, content)) last = { content, op: crypto.randomUUID() };
      return last.op;
    },
    saved() {
      last = null;
    },
  };
}
