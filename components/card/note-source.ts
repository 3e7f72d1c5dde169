import type { Source } from '../../lib/library/schema.ts';
import { TakenSource } from '../../lib/library/taken-source.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';

/** Where a note written now comes from, its address cleaned; null on pages that have no address to go back to. `date`: ISO, UTC. */
export function noteSource({ source }: ShowMention, date: string): Source | null {
  const parsed = TakenSource.safeParse({
    url: source.url,
    title: cut(source.title, 1_000),
    quote: cut(source.quote, 4_000),
    author: null,
    date,
  });
  return parsed.success ? parsed.data : null;
}

/** So many characters at most, and no half of one at the end. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
