import './zod-jitless.ts';
import * as z from 'zod';
import type { CardRequest, ShowMention } from '../mentions/card-talk.ts';
import { mentionKinds } from '../mentions/mention.ts';

/** A mention as a page tells of it. */
export const ShownMention = z.strictObject({
  key: z.string().min(2).max(300),
  text: z.string().min(2).max(300),
  kind: z.enum([...mentionKinds, 'name']),
  strength: z.enum(['strong', 'weak']),
});

const Show: z.ZodType<ShowMention> = z.strictObject({
  type: z.literal('show'),
  mention: ShownMention,
  beside: z.array(ShownMention).max(200),
  onPage: z.array(z.string().max(300)).max(2_000),
  // Empty where there is no host on the web.
  site: z.string().max(253),
  source: z.strictObject({ url: z.string(), title: z.string(), quote: z.string() }),
  theme: z.enum(['light', 'dark']),
});

const Request: z.ZodType<CardRequest> = z.union([
  Show,
  z.strictObject({ type: z.literal('revealed') }),
  z.strictObject({ type: z.literal('hidden') }),
  z.strictObject({ type: z.literal('sight'), clear: z.boolean() }),
]);

/** What a page asks of the card or tells it, or null if what arrived is no such request. */
export const parseCardRequest = (received: unknown): CardRequest | null =>
  Request.safeParse(received).data ?? null;
