import type { MentionKind, Strength } from './mention.ts';

/** A mention as the card gets to know it: text of the page, nothing of the library. */
export interface ShownMention {
  /** Alias key, for example `$opg`; of a name its text. */
  key: string;
  /** As written on the page. */
  text: string;
  /** `name`: a name, domain or address, of which the library alone tells that it is one. */
  kind: MentionKind | 'name';
  strength: Strength;
}

/** page → card. */
export type CardRequest =
  | ShowMention
  /** What was asked for last is let be seen from now on. */
  | { type: 'revealed' }
  /** It is not let be seen any more. */
  | { type: 'hidden' }
  /** Whether all of the card can be seen; told to a card that asked by `look`. */
  | { type: 'sight'; clear: boolean };

/** Show this mention. */
export interface ShowMention {
  type: 'show';
  mention: ShownMention;
  /** The other aliases in the same block of text, each once, in order. */
  beside: ShownMention[];
  /** Keys of all aliases on the page, at most 2,000. */
  onPage: string[];
  site: string;
  /** Where a note taken now comes from. */
  source: { url: string; title: string; quote: string };
  /** Follows the page, not the system: a light page gets a light card. */
  theme: 'light' | 'dark';
}

/** card → page. */
export type CardReply =
  /** Close and give the focus back. */
  | { type: 'close' }
  /** While on, the card stays although the pointer leaves: something is being typed or chosen. */
  | { type: 'hold'; on: boolean }
  /** The user pinned the card: it stays until closed. */
  | { type: 'pin'; on: boolean }
  /** The pointer came into the card, or left it: only the card itself knows for certain. */
  | { type: 'pointer'; inside: boolean }
  /** The last `show` is painted. */
  | { type: 'painted' }
  /** A part of the card came to be hidden while it was shown. */
  | { type: 'covered' }
  /** This browser tells no frame whether it can be seen: the page script has to look. */
  | { type: 'look' };
