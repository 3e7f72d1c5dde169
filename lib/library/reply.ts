import './zod-jitless.ts';
import * as z from 'zod';
import { Answer } from './answer.ts';
import type { FailureCode, Result } from './result.ts';

const Reply = z.union([
  z.strictObject({ ok: z.literal(true), value: Answer }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.custom<FailureCode>((code) => typeof code === 'string'),
      message: z.string(),
    }),
  }),
]);

/** What the writer answered; null if this is no answer, such as the `undefined` of a channel that closed. */
export const parseReply = (reply: unknown): Result<Answer> | null => Reply.safeParse(reply).data ?? null;
