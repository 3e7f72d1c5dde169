import type { Strength } from './mention.ts';

/** What one kind's grammar finds at a sigil: where the mention ends (exclusive) and how sure the text makes us. */
export interface Found {
  end: number;
  /** Where the search goes on if not there: a closing sign belongs to it. */
  next?: number;
  strength: Strength;
}

/** Runs a sticky pattern at one place; null where it does not match there. */
export const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};
