import './zod-jitless.ts';
import * as z from 'zod';
import { fitting } from './fitting.ts';

/** What a page asks of the background: at most 2,000 alias keys, which is where `lib/page` stops too. */
export interface PageQuestion {
  site: string;
  aliases: string[];
}

const Question = z.strictObject({
  // Empty where there is no host on the web.
  site: z.string().max(300),
  aliases: fitting(z.string().max(300), 2_000),
});

/** The question without the aliases that are too long, or null if what arrived is none. */
export const parsePageQuestion = (received: unknown): PageQuestion | null =>
  Question.safeParse(received).data ?? null;
