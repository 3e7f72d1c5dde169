import './zod-jitless.ts';
import * as z from 'zod';
import type { PageWords } from '../mentions/find-named.ts';
import { fitting } from './fitting.ts';

/** More than a page script sends of one frame, which is 200,000. */
const text = z.string().max(250_000);
const hosts = fitting(z.string().max(253), 2_000);

/** What one frame of a tab tells a surface that follows it, besides its report, about once a second while it changes. */
export const FrameWords = z.strictObject({
  /** Tells the frames of a tab apart. */
  frame: z.string().max(100),
  /** What can be read on the page, its runs apart by nulls, without code and what is typed. */
  text,
  /** Hosts of the links, each once. */
  hosts,
  /** There is more than was sent. */
  cut: z.boolean(),
});
export type FrameWords = z.infer<typeof FrameWords>;

const Words: z.ZodType<PageWords> = z.strictObject({
  // Empty where there is no host on the web.
  site: z.string().max(300),
  text,
  hosts,
});

/** The words of a page in which projects are to be found, or null if what arrived is none. */
export const parsePageWords = (received: unknown): PageWords | null => Words.safeParse(received).data ?? null;

/** Single words, to be looked up in a dictionary. */
export const SomeWords = z.array(z.string().max(200)).max(500);
