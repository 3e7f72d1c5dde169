import './zod-jitless.ts';
import * as z from 'zod';

/** A list of at most `max` entries; those that do not fit are left out, so that one of them costs no other. */
export const fitting = <T>(schema: z.ZodType<T>, max: number) =>
  z
    .array(z.unknown())
    .max(max)
    .transform((entries) =>
      entries.flatMap((entry) => {
        const parsed = schema.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    );
