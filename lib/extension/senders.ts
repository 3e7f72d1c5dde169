import { type Browser, browser } from 'wxt/browser';

/** Who sent a message, as the browser tells it: no page or content script can forge any of it. */
export type Sender = Browser.runtime.MessageSender;

/**
 * One of our own pages, as popup, panel or tab. In a frame only the card is one: it is all that a web page may embed,
 * and there it acts on the user's input alone. Every page of ours may send commands; content scripts never.
 */
export const isOwnPage = (sender: Sender): boolean =>
  isOurs(sender) && (!sender.frameId || isCard(sender.url));

/** The card in a frame of a tab. Opened as a tab of its own it belongs to no mention, and gets nothing. */
export const isCardFrame = (sender: Sender): boolean =>
  isOurs(sender) && isCard(sender.url) && sender.tab?.id !== undefined && Boolean(sender.frameId);

/** A script that looks for mentions: the content script in any frame of a tab, or the welcome page's own. */
export const isPageScript = (sender: Sender): boolean =>
  sender.id === browser.runtime.id &&
  sender.tab?.id !== undefined &&
  (!isOurs(sender) || (sender.frameId === 0 && pathOf(sender.url) === '/welcome.html'));

/** In a private window. Popup and side panel stand in no tab; a tab is private unless the browser says that it is not. */
export const isPrivate = ({ tab }: Sender): boolean => tab !== undefined && tab.incognito !== false;

/** The document that asks, where the browser names it (Firefox does not), else its frame. */
export const documentOf = ({ documentId, tab, frameId }: Sender): string =>
  documentId ?? `${tab?.id}/${frameId}`;

/**
 * Whether the sender stands on this site, as `lib/page/site.ts` counts it: the tab's host, the frame's own where the
 * browser tells frames no more, or '' where there is none. Where the browser does not name the tab's page, any will do.
 */
export function standsOn({ tab, origin, url }: Sender, site: string): boolean {
  const hosts = [tab?.url, origin, url].map(hostOf);
  return site === '' || hosts[0] === '' || hosts.includes(site);
}

/** Whether the sender's own document comes from this site: the page itself or a frame of its own, not an embedded one. */
export const isOfSite = ({ origin, url }: Sender, site: string): boolean => hostOf(origin ?? url) === site;

const isOurs = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));

const isCard = (url: string | undefined): boolean => pathOf(url) === '/card.html';

const pathOf = (url: string | undefined): string => (url && URL.parse(url)?.pathname) ?? '';

/** Empty where there is no host on the web. A `blob:` page has its maker's origin. */
function hostOf(url: string | undefined): string {
  const origin = url && URL.parse(url)?.origin;
  return origin?.startsWith('http') ? new URL(origin).host : '';
}
