import { browser } from 'wxt/browser';
import type { PageAnswer } from '../library/alias-status.ts';
import type { RunSpan } from '../library/runs-question.ts';
import { extensionLifetime } from './lifetime.ts';
import { type Outcome, sendMessage } from './messages.ts';
import { isQuestion, onPageMessage } from './page-messages.ts';
import { offerPage } from './page-port.ts';

const services = {
  ask: (site: string, aliases: string[]): Promise<PageAnswer | null> =>
    sendMessage('askStatuses', { site, aliases }).then(answerIn),
  findNames: (site: string, runs: string[]): Promise<RunSpan[][] | null> =>
    sendMessage('findInRuns', { site, runs }).then(answerIn),
  requestToken: (): Promise<string | null> => sendMessage('requestCard').then(answerIn),
};

/** The ways in which a page script reaches the background; each answers null when nobody is there (any more). */
type Services<Painting, Detection> = typeof services & {
  cardUrl: string;
  loadPainting(): Promise<Painting | null>;
  loadDetection(): Promise<Detection | null>;
  onReportChanged(): void;
  onTextChanged(): void;
};

/** What a page script can be asked. */
interface Page {
  report(): unknown;
  readText(): Promise<unknown>;
  askAgain(): Promise<void>;
  step(by: 1 | -1): void;
  selected(asked: 'selection' | 'page'): object | null;
  openCard(): void;
  jump(key: string, by: 1 | -1, inFrame: string | null): string | null;
}

/** Runs a page script for as long as the extension lives, with its ways to background, surfaces and the scripts that detect and paint. */
export function runOnPage<Painting, Detection>(
  start: (services: Services<Painting, Detection>, signal: AbortSignal) => Page,
  loadPainting: () => Promise<Painting | null>,
  loadDetection: () => Promise<Detection | null>,
): void {
  const { signal, watch } = extensionLifetime();
  const port = offerPage(
    () => page.report(),
    () => page.readText(),
    signal,
  );
  const cardUrl = browser.runtime.getURL('/card.html');
  const ask: typeof services.ask = (site, aliases) => {
    watch();
    return services.ask(site, aliases);
  };
  const onReportChanged = () => port.update();
  const onTextChanged = () => port.updateText();
  const page = start(
    { ...services, ask, cardUrl, loadPainting, loadDetection, onReportChanged, onTextChanged },
    signal,
  );
  onPageMessage((message) => {
    if (isQuestion(message)) return page.selected(message);
    if (typeof message !== 'string') return page.jump(message.key, message.by, message.frame);
    if (message === 'ask-again') void page.askAgain();
    else if (message === 'open-card') page.openCard();
    else page.step(message === 'next-mention' ? 1 : -1);
    return null;
  }, signal);
}

const answerIn = <T>(outcome: Outcome<T>): T | null =>
  outcome && 'answer' in outcome ? outcome.answer : null;
