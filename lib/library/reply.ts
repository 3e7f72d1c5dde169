import './zod-jitless.ts';
import * as z from 'zod';
import { Answer } from './command.ts';
import type { Failure, Result } from './result.ts';

const Reply = z.union([
  z.object({ ok: z.literal(true), value: Answer }),
  z.object({
    ok: z.literal(false),
    error: z.custom<Failure>((error) => typeof error === 'object' && error !== null && 'message' in error),
  }),
]);

/** What the writer answered; null if this is no answer, such as the `undefined` of a channel that closed. */
export const parseReply = (reply: unknown): Result<Answer> | null => Reply.safeParse(reply).data ?? null;
