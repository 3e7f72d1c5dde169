/** The three kinds of mention that a page's text alone can show. */
export const mentionKinds = ['cashtag', 'handle', 'hashtag'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** `x`: twitter-text's own grammar, for x.com and twitter.com. `web`: the same, widened, everywhere else. */
export type Profile = 'x' | 'web';

/** `strong`: the page alone tells that it is a mention. `weak`: it takes the user's library to tell. */
export type Strength = 'strong' | 'weak';

/** One occurrence in a run of text. */
export interface Mention {
  kind: MentionKind;
  /** As written, sigil included: `$OPG`, `＠opengradient`. */
  text: string;
  /** UTF-16 offsets into the run, sigil included; `end` is exclusive. */
  start: number;
  end: number;
  strength: Strength;
}
