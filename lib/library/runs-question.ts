import './zod-jitless.ts';
import * as z from 'zod';
import type { Status } from './schema.ts';

/** What a page asks of its own text: where do names, domains and addresses stand? 20,000 characters at most. */
export interface RunsQuestion {
  site: string;
  runs: string[];
}

/** A place in such a text, by UTF-16 offsets, `end` exclusive, and the status of the project that stands there. */
export interface RunSpan {
  start: number;
  end: number;
  status: Status | null;
}

const maxText = 20_000;

const Question = z.strictObject({
  // Empty where there is no host on the web.
  site: z.string().max(300),
  runs: z
    .array(z.string())
    .max(100)
    .refine((runs) => runs.reduce((sum, { length }) => sum + length, 0) <= maxText),
});

/** The question, or null if what arrived is none. */
export const parseRunsQuestion = (received: unknown): RunsQuestion | null =>
  Question.safeParse(received).data ?? null;
