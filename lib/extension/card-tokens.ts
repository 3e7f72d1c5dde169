import { documentOf, isCardFrame, isPageScript, type Sender } from './senders.ts';

const validMs = 10_000;
/** More than a tab has frames with a card; they are asked for by somebody who fills our memory. */
const maxPerTab = 20;

export interface CardTokens {
  /** A token that a card in this page script's tab may claim within ten seconds; its last one is void. Null for others. */
  give(sender: Sender): string | null;
  /** The tab's id if a page script of the very tab that the sender's card is in was given the token; otherwise null. */
  claim(token: string, sender: Sender): number | null;
}

/**
 * Hands tokens from page scripts to card frames, so that a card knows who made it. Kept in memory only. Bound to
 * the tab: no browser tells which frame a frame stands in without the permission to follow navigation.
 */
export function createCardTokens(now: () => number = Date.now): CardTokens {
  /** By token, the oldest first. */
  const given = new Map<string, { tabId: number; document: string; until: number }>();
  return {
    give(sender) {
      const tabId = sender.tab?.id;
      if (tabId === undefined || !isPageScript(sender)) return null;
      const document = documentOf(sender);
      for (const [token, place] of given) {
        if (place.until < now() || place.document === document) given.delete(token);
      }
      const ofTab = [...given].filter(([, place]) => place.tabId === tabId);
      for (const [token] of ofTab.slice(0, 1 - maxPerTab)) given.delete(token);
      const token = crypto.randomUUID();
      given.set(token, { tabId, document, until: now() + validMs });
      return token;
    },
    claim(token, sender) {
      const place = given.get(token);
      // Whoever shows it: a token is shown once.
      given.delete(token);
      if (!place || place.until < now() || !isCardFrame(sender)) return null;
      return sender.tab?.id === place.tabId && documentOf(sender) !== place.document ? place.tabId : null;
    },
  };
}
