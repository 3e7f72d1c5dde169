import './zod-jitless.ts';
import * as z from 'zod';
import { mentionKinds } from '../mentions/mention.ts';
import { fitting } from './fitting.ts';
import { ShownMention } from './show-mention.ts';

/** A mention of a page with how often it stands there. */
export const CountedMention = ShownMention.extend({ kind: z.enum(mentionKinds), count: z.int().min(1) });
export type CountedMention = z.infer<typeof CountedMention>;

/** What one frame of a tab tells a surface; mentions that are none are left out. */
export const PageReport = z.strictObject({
  /** Tells the frames of a tab apart. */
  frame: z.string().max(100),
  /** The page itself, not a frame in it. */
  top: z.boolean(),
  /** Empty where there is no host on the web. */
  site: z.string().max(253),
  /** False: off for this site, or paused. */
  on: z.boolean(),
  /** It changes without end, and is read less often for it. */
  slowed: z.boolean(),
  mentions: fitting(CountedMention, 20_000),
});
export type PageReport = z.infer<typeof PageReport>;
