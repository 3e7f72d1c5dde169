import './zod-jitless.ts';
import * as z from 'zod';

/** What a page asks of the background: at most 2,000 alias keys, which is where `lib/page` stops too. */
export interface PageQuestion {
  site: string;
  aliases: string[];
}

const Question = z.strictObject({
  site: z.string().max(300),
  aliases: z.array(z.string().max(300)).max(2_000),
});

/** The question, or null if what arrived is none. */
export const parsePageQuestion = (received: unknown): PageQuestion | null =>
  Question.safeParse(received).data ?? null;
