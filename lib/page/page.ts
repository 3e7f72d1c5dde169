import type { AliasStatus, PageAnswer, PageSettings } from '../library/alias-status.ts';
import type { PageReport } from '../library/page-report.ts';
import type { RunSpan } from '../library/runs-question.ts';
import { grammarOf } from '../mentions/sites.ts';
import { countMentions } from './count-mentions.ts';
import type { Detection } from './detection.ts';
import { everyKind } from './kinds.ts';
import type { PageMention } from './page-mention.ts';
import { type PageText, readPageText } from './page-text.ts';
import type { Painting, startPainting } from './painting.ts';
import { type Scanner, startScanner } from './scanner.ts';
import { type Selected, selected } from './selected.ts';
import { siteOf } from './site.ts';
import { inSlices } from './slices.ts';

/** A page that asks for more aliases than this is not one that anybody reads. */
const maxAliases = 2_000;
/** Of such a page, what left it is forgotten this often. */
const forgetEveryMs = 5_000;
/** How often a page asks. */
const askEveryMs = 250;

/** What lies outside the page: the only ways in which this code reaches the rest of Underline. */
export interface PageServices {
  /** The statuses of these alias keys; null if the background does not answer. */
  ask(site: string, aliases: string[]): Promise<PageAnswer | null>;
  /** Where names, domains and addresses that the user keeps stand in these texts; null where nobody tells. */
  findNames(site: string, runs: string[]): Promise<RunSpan[][] | null>;
  /** A one-time token for this tab's card frame. */
  requestToken(): Promise<string | null>;
  cardUrl: string;
  /** Loads what tells mentions, once; null if the page stopped the load. */
  loadDetection(): Promise<Detection | null>;
  /** Loads what paints, once; null if the page stopped the load. */
  loadPainting(): Promise<typeof startPainting | null>;
  /** What `report` answers has changed. */
  onReportChanged(): void;
  /** What `readText` answers may have changed, and nothing of the report with it. */
  onTextChanged(): void;
}

export interface Page {
  /** Statuses, the site switch, the pause or the ignored mentions may have changed. */
  askAgain(): Promise<void>;
  report(): PageReport;
  /** What can be read on the page, and from which frame it comes; null where Underline is off. */
  readText(): Promise<(PageText & { frame: string }) | null>;
  /** Opens the card of the next (1) or previous (-1) mention, if this is the frame with the focus. */
  step(by: 1 | -1): void;
  /** What the user selected here, asked for by the user alone. Null: another frame has the focus. */
  selected(asked: 'selection' | 'page'): Selected | null;
  /** Opens the card of the mention that the user is at, if this is the frame with the focus. */
  openCard(): void;
  /**
   * Jumps to the next (1) or previous (-1) mention with this key, if this is the frame that is meant. `inFrame` null: asks
   * whether there is one here. Answers the name of this frame if so, else null.
   */
  jump(key: string, by: 1 | -1, inFrame: string | null): string | null;
}

/** Until the background says otherwise. */
const untold: PageSettings = {
  dwellMs: 400,
  kinds: everyKind,
  tint: 'soft',
  markers: true,
  modifier: 'none',
};

/** What decides how a page looks. */
const lookOf = ({ kinds, tint, markers }: PageSettings): string => JSON.stringify([kinds, tint, markers]);

/** Whether the keys that the user presses come to this frame. */
const hasKeys = (): boolean => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);

/** What runs while Underline is on here. */
interface Active {
  scanner: Scanner;
  painting: Painting | null;
  /** What paints is being loaded, or waits for a sign that the page lets it. */
  coming: boolean;
  abort: AbortController;
}

/**
 * Underline on one page: finds mentions, paints them, opens the card. Sends nothing before the first scan, and in frames
 * from elsewhere before the first mention is found. When the signal aborts, the page is left as it was.
 */
export function startPage(services: PageServices, signal: AbortSignal): Page {
  const site = siteOf(window);
  const grammar = grammarOf(location.hostname);
  // Not randomUUID, which pages without TLS do not have.
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const statuses = new Map<string, AliasStatus>();
  /** Keys of mentions that nobody was asked about yet. */
  const unasked = new Set<string>();
  /** There are more than may be asked about. */
  let hasMore = false;
  let lastAsked = Number.NEGATIVE_INFINITY;
  let forgetAfter = 0;
  let asking: ReturnType<typeof setTimeout> | undefined;
  /** Null until the background was asked. */
  let on: boolean | null = null;
  /** The user lets this page notice which weak mentions they keep. */
  let weak = false;
  let settings: PageSettings = untold;
  let active: Active | null = null;

  signal.addEventListener('abort', stop);
  addEventListener('pagehide', onPageHide, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && start(), { signal });
  start();
  return { askAgain, report, readText, step, openCard, jump, selected };

  function start(): void {
    if (active || signal.aborted) return;
    const abort = new AbortController();
    const { loadDetection } = services;
    const events = { onChanged, onDropped, onFound, onReplaced };
    const scanner = startScanner({ grammar, loadDetection }, events, abort.signal);
    active = { scanner, painting: null, coming: false, abort };
  }

  function stop(): void {
    active?.abort.abort();
    clearTimeout(asking);
    asking = undefined;
    active = null;
  }

  function onChanged(records: readonly MutationRecord[]): void {
    active?.painting?.changed(records);
    services.onTextChanged();
  }

  function onDropped(gone: (mention: PageMention) => boolean): void {
    active?.painting?.drop(gone);
  }

  /** Everything that hung on the old root starts anew on the other. */
  function onReplaced(): void {
    stop();
    if (on) paint();
    else start();
  }

  /** A page that the browser kept for the way back does not hear what changes meanwhile. */
  function onPageHide(): void {
    stop();
    statuses.clear();
    on = null;
  }

  async function onFound(): Promise<void> {
    if (!active) return;
    const standing = active.scanner.held.keys;
    for (const key of active.scanner.held.takeNewKeys()) wantStatus(key);
    // Only the site's own documents may be allowed more than mentions, and have to ask.
    const asksFirst = on === null && location.host === site;
    // Asked for now, it is there when the answer is.
    if (standing.size > 0) void services.loadPainting();
    if (asksFirst || unasked.size > 0 || hasMore) await askSoon();
    else if (on) paint();
    active?.painting?.refresh();
    services.onReportChanged();
  }

  function wantStatus(key: string): void {
    if (statuses.has(key)) return;
    if (statuses.size + unasked.size < maxAliases) unasked.add(key);
    else hasMore = true;
  }

  /** At once, but not again and again: on a page that changes all the time something new may come with each change. */
  async function askSoon(): Promise<void> {
    const wait = lastAsked + askEveryMs - performance.now();
    if (wait > 0) {
      if (on) paint();
      asking ??= setTimeout(() => {
        asking = undefined;
        void onFound();
      }, wait);
      return;
    }
    const next = nextUnasked();
    if (next.length > 0 || on === null) {
      lastAsked = performance.now();
      await ask(next);
    } else if (on) paint();
  }

  function nextUnasked(): string[] {
    const standing = active?.scanner.held.keys;
    // A page that lives all day must not run out of questions for what left it long ago.
    if (hasMore && performance.now() > forgetAfter) {
      forgetAfter = performance.now() + forgetEveryMs;
      hasMore = false;
      for (const key of statuses.keys()) if (!standing?.has(key)) statuses.delete(key);
      for (const key of standing?.keys() ?? []) wantStatus(key);
    }
    const next = [...unasked].filter((key) => standing?.has(key));
    unasked.clear();
    return next;
  }

  function aliasesHere(): string[] {
    return [...(active?.scanner.held.keys.keys() ?? [])].slice(0, maxAliases);
  }

  async function ask(aliases: string[]): Promise<void> {
    const answer = await services.ask(site, aliases);
    if (!answer || signal.aborted) {
      for (const key of aliases) unasked.add(key);
      return;
    }
    for (const [key, status] of Object.entries(answer.statuses)) statuses.set(key, status);
    ({ on, weak } = answer);
    settings = answer;
    if (on) paint();
    else stop();
  }

  function paint(): void {
    start();
    if (!active) return;
    active.scanner.lookFor(settings.kinds, weak);
    if (weak || active.scanner.held.keys.size > 0) void bringPainting(active);
  }

  async function bringPainting(page: Active): Promise<void> {
    if (page.painting || page.coming) return;
    page.coming = true;
    const startPainting = await services.loadPainting();
    page.coming = false;
    const { scanner, abort } = page;
    if (abort.signal.aborted) return;
    if (!startPainting) {
      // A page that stops all its loads stops this one too. It is asked for again when somebody is there.
      const listening = { signal: abort.signal, capture: true, passive: true, once: true };
      addEventListener('pointermove', () => void bringPainting(page), listening);
      return;
    }
    const { requestToken, cardUrl } = services;
    const found = { scanner, site, statusOf, isPainted, isWide: () => weak, aliases: aliasesHere } as const;
    const findNames = (runs: string[]) => services.findNames(site, runs);
    const outside = { settings: () => settings, cardUrl, requestToken, findNames } as const;
    page.painting = startPainting({ ...found, ...outside }, abort.signal);
  }

  function statusOf({ kept, key }: PageMention): AliasStatus | undefined {
    return kept ?? statuses.get(key);
  }

  /** Depends on the page alone, but where the user allowed more. */
  function isPainted(mention: PageMention): boolean {
    const status = statusOf(mention);
    return mention.strength === 'strong' || (weak && !!status?.known && !status.ignored);
  }

  async function askAgain(): Promise<void> {
    // A page that never found a mention has nothing to switch.
    if (on === null && !active?.scanner.held.keys.size) return;
    const [before, set] = [weak, lookOf(settings)];
    await ask(aliasesHere());
    active?.painting?.repaint();
    // Only where weak ones are painted does the tint follow the library; else only what the user set.
    if (before || weak || set !== lookOf(settings)) active?.painting?.refresh();
    services.onReportChanged();
  }

  function step(by: 1 | -1): void {
    if (hasKeys()) active?.painting?.step(by);
  }

  function openCard(): void {
    if (hasKeys()) active?.painting?.open();
  }

  function jump(key: string, by: 1 | -1, inFrame: string | null): string | null {
    if (inFrame !== null && inFrame !== frame) return null;
    return active?.painting?.jump(key, by, inFrame === frame) ? frame : null;
  }

  async function readText(): Promise<(PageText & { frame: string }) | null> {
    if (!active) return null;
    const read = { frame, text: '', hosts: [], cut: false };
    await inSlices(readPageText(read), active.abort.signal);
    return read;
  }

  function report(): PageReport {
    const mentions = countMentions(active?.scanner.held.blocks.values() ?? []);
    const slowed = active?.scanner.isBackingOff() ?? false;
    return { frame, top: window.top === window, site, on: on ?? true, slowed, mentions };
  }
}
