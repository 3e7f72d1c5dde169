import type { MentionKind, Strength } from '../../lib/mentions/mention.ts';
import type { Span } from './scoring.ts';

/** A span that a finder took for a mention. */
export interface Found extends Span {
  text: string;
  /** Peers know no weak ones: whatever they find, they show. */
  strength: Strength;
}

/** Anything that finds mentions in plain texts; answers in the order of the texts. */
export interface Finder {
  name: string;
  find(texts: readonly string[]): Promise<Found[][]>;
}

const kinds: Record<string, MentionKind> = { $: 'cashtag', '@': 'handle', '#': 'hashtag' };

/** What a peer found between two offsets, by its sigil; null where it starts with none, as an address does. */
export function foundAt(text: string, start: number, end: number): Found | null {
  const found = text.slice(start, end);
  const kind = kinds[found.normalize('NFKC').charAt(0)];
  return kind ? { kind, start, end, text: found, strength: 'strong' } : null;
}
