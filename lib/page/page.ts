import type { AliasStatus, PageAnswer } from '../library/alias-status.ts';
import type { ShowMention } from '../mentions/card-talk.ts';
import { profileOf } from '../mentions/profile.ts';
import { type HoverCard, startHoverCard } from './hover-card.ts';
import { type Marks, startMarks } from './marks.ts';
import { elementOf } from './near-blocks.ts';
import type { PageMention } from './page-mention.ts';
import { countMentions, type PageReport } from './page-report.ts';
import { type Scanner, startScanner } from './scanner.ts';
import { showRequest } from './show-request.ts';
import { siteOf } from './site.ts';
import { mentionAfter } from './step.ts';

/** A page that asks for more aliases than this is not one that anybody reads. */
const maxAliases = 2_000;

/** What lies outside the page: the only ways in which this code reaches the rest of Underline. */
export interface PageServices {
  /** The statuses of these alias keys; null if the background does not answer. */
  ask(site: string, aliases: string[]): Promise<PageAnswer | null>;
  /** A one-time token for this tab's card frame. */
  requestToken(): Promise<string | null>;
  cardUrl: string;
  /** What `report` answers has changed. */
  onReportChanged(): void;
}

export interface Page {
  /** Statuses, the site switch, the pause or the ignored mentions may have changed. */
  askAgain(): Promise<void>;
  report(): PageReport;
  /** Opens the card of the next (1) or previous (-1) mention, if this is the frame with the focus. */
  step(by: 1 | -1): void;
}

/**
 * Underline on one page: finds mentions, paints them, opens the card. Sends nothing before the first mention is
 * found. When the signal aborts, the page is left as it was.
 */
export function startPage(services: PageServices, signal: AbortSignal): Page {
  const site = siteOf(window);
  const profile = profileOf(location.hostname);
  const frame = crypto.randomUUID();
  const statuses = new Map<string, AliasStatus>();
  /** Null until the background was asked. */
  let on: boolean | null = null;
  let dwellMs = 400;
  /** Where the user's keys are. */
  let stepped: PageMention | null = null;
  let active: {
    scanner: Scanner;
    marks: Marks | null;
    card: HoverCard | null;
    abort: AbortController;
  } | null = null;

  signal.addEventListener('abort', stop);
  start();
  return { askAgain, report, step };

  function start(): void {
    if (active || signal.aborted || document.designMode === 'on') return;
    const abort = new AbortController();
    const scanner = startScanner(profile, { onDropped, onFound }, abort.signal);
    active = { scanner, marks: null, card: null, abort };
  }

  function stop(): void {
    active?.abort.abort();
    active = null;
  }

  function onDropped(gone: (mention: PageMention) => boolean): void {
    active?.marks?.drop(gone);
    active?.card?.drop(gone);
  }

  async function onFound(): Promise<void> {
    if (!active) return;
    const unasked = new Set<string>();
    for (const [, mentions] of active.scanner.blocks()) {
      for (const { key } of mentions) if (!statuses.has(key)) unasked.add(key);
    }
    const room = Math.max(0, maxAliases - statuses.size);
    if (unasked.size > 0 && room > 0) await ask([...unasked].slice(0, room));
    active?.marks?.refresh();
    services.onReportChanged();
  }

  async function ask(aliases: string[]): Promise<void> {
    const answer = await services.ask(site, aliases);
    if (!answer || signal.aborted) return;
    for (const [key, status] of Object.entries(answer.statuses)) statuses.set(key, status);
    dwellMs = answer.dwellMs;
    on = answer.on;
    if (on) paint();
    else stop();
  }

  function paint(): void {
    start();
    if (!active || active.marks) return;
    const { scanner, abort } = active;
    const moments = { onScroll: () => card.onScroll(), onSettled: () => card.onSettled() };
    const marks = startMarks(scanner, (key) => statuses.get(key), moments, abort.signal);
    const { requestToken, cardUrl } = services;
    const side = profile === 'x' ? 'above' : 'below';
    const parts = { marks, cardUrl, requestToken, side, dwellMs: () => dwellMs, requestFor } as const;
    const card = startHoverCard(parts, abort.signal);
    Object.assign(active, { marks, card });
    marks.refresh();
  }

  async function askAgain(): Promise<void> {
    // A page that never found a mention has nothing to switch.
    if (on === null) return;
    await ask([...statuses.keys()]);
    active?.marks?.repaint();
    services.onReportChanged();
  }

  function step(by: 1 | -1): void {
    if (!active?.card || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement) return;
    const { card, marks, scanner } = active;
    const isSeen = (mention: PageMention) => marks?.isSeen(mention) ?? false;
    const next = mentionAfter(stepped, by, [...scanner.blocks().values()].flat(), isSeen);
    if (!next) return;
    stepped = next;
    if (!isSeen(next)) elementOf(next.block).scrollIntoView({ block: 'center', behavior: 'instant' });
    card.open(next);
  }

  function requestFor(mention: PageMention): ShowMention | null {
    if (statuses.get(mention.key)?.ignored) return null;
    return showRequest(mention, active?.scanner.blocks().get(mention.block) ?? [], site);
  }

  function report(): PageReport {
    const mentions = countMentions(active?.scanner.blocks().values() ?? []);
    return { frame, top: window.top === window, site, on: on ?? true, mentions };
  }
}
