import './zod-jitless.ts';
import * as z from 'zod';
import { Id } from './schema.ts';

/** What a saved command answers. */
export const Answer = z.strictObject({
  /** The project or note that was made or changed, if it was one. */
  id: Id.nullable(),
  /** For an undo: records left alone because they changed since. */
  skipped: z.int().min(0),
});
export type Answer = z.infer<typeof Answer>;
