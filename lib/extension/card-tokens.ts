import { type Browser, browser } from 'wxt/browser';

const validMs = 10_000;

export interface CardTokens {
  /** A token that the card of this tab may claim once, within ten seconds. */
  give(tabId: number): string;
  /** The tab's id if the token was given to the very tab that the sender's card is in; otherwise null. */
  claim(token: string, sender: Browser.runtime.MessageSender): number | null;
}

/** Hands tokens from page scripts to card frames, so that a card knows who made it. Kept in memory only. */
export function createCardTokens(now: () => number = Date.now): CardTokens {
  const given = new Map<string, { tabId: number; until: number }>();
  return {
    give(tabId) {
      for (const [token, { until }] of given) if (until < now()) given.delete(token);
      const token = crypto.randomUUID();
      given.set(token, { tabId, until: now() + validMs });
      return token;
    },
    claim(token, sender) {
      const place = given.get(token);
      const isCard = sender.id === browser.runtime.id && sender.url?.split(/[?#]/)[0]?.endsWith('/card.html');
      if (!place || !isCard || place.until < now() || sender.tab?.id !== place.tabId) return null;
      given.delete(token);
      return place.tabId;
    },
  };
}
