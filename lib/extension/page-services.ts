import { browser } from 'wxt/browser';
import type { PageAnswer } from '../library/alias-status.ts';
import { extensionLifetime, isAlive } from './lifetime.ts';
import { onPageMessage } from './page-messages.ts';
import { offerPage } from './page-port.ts';
import { sendMessage } from './protocol.ts';

const services = {
  ask: (site: string, aliases: string[]): Promise<PageAnswer | null> =>
    orNull(() => sendMessage('askStatuses', { site, aliases })),
  requestToken: (): Promise<string | null> => orNull(() => sendMessage('requestCard')),
};

/** The ways in which a page script reaches the background; each answers null when nobody is there (any more). */
type Services = typeof services & { cardUrl: string; onReportChanged(): void };

/** What a page script can be asked. */
interface Page {
  report(): unknown;
  askAgain(): Promise<void>;
  step(by: 1 | -1): void;
}

/** Runs a page script for as long as the extension lives, with its ways to background and surfaces. */
export function runOnPage(start: (services: Services, signal: AbortSignal) => Page): void {
  const { signal, watch } = extensionLifetime();
  const port = offerPage(() => page.report(), signal);
  const cardUrl = browser.runtime.getURL('/card.html');
  const ask: typeof services.ask = (site, aliases) => {
    watch();
    return services.ask(site, aliases);
  };
  const page = start({ ...services, ask, cardUrl, onReportChanged: () => port.update() }, signal);
  onPageMessage((message) => {
    if (message === 'ask-again') void page.askAgain();
    else page.step(message === 'next-mention' ? 1 : -1);
  }, signal);
}

async function orNull<T>(message: () => Promise<T>): Promise<T | null> {
  if (!isAlive()) return null;
  try {
    return (await message()) ?? null;
  } catch {
    return null;
  }
}
