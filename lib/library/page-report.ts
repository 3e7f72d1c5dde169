import './zod-jitless.ts';
import * as z from 'zod';
import { ShownMention } from './show-mention.ts';

/** A mention of a page with how often it stands there. */
export const CountedMention = z.object({ ...ShownMention.shape, count: z.int().min(1) });
export type CountedMention = z.infer<typeof CountedMention>;

/** What one frame of a tab tells a surface. */
export const PageReport = z.object({
  /** Tells the frames of a tab apart. */
  frame: z.string().max(100),
  /** The page itself, not a frame in it. */
  top: z.boolean(),
  site: z.string().max(253),
  /** False: off for this site, or paused. */
  on: z.boolean(),
  mentions: z.array(CountedMention).max(20_000),
});
export type PageReport = z.infer<typeof PageReport>;
