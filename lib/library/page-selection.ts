import './zod-jitless.ts';
import * as z from 'zod';

/** What a page script answers when the user asks for a note: where they are, and what they selected there. */
export const PageSelection = z.strictObject({
  text: z.string().max(4_000),
  url: z.string().max(100_000),
  title: z.string().transform((title) => title.slice(0, 1_000)),
});
export type PageSelection = z.infer<typeof PageSelection>;

/** Null where no page script answered, or none of ours. */
export const parsePageSelection = (received: unknown): PageSelection | null =>
  PageSelection.safeParse(received).data ?? null;
