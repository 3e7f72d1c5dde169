import type { AliasStatus, PageAnswer } from '../library/alias-status.ts';
import type { ShowMention, ShownMention } from '../mentions/card-talk.ts';
import type { MentionKind, Strength } from '../mentions/mention.ts';
import { profileOf } from '../mentions/profile.ts';
import { type HoverCard, startHoverCard } from './hover-card.ts';
import { type Marks, startMarks } from './marks.ts';
import { elementOf } from './near-blocks.ts';
import type { PageMention } from './page-mention.ts';
import { pageTheme } from './page-theme.ts';
import { type Scanner, startScanner } from './scanner.ts';
import { siteOf } from './site.ts';

/** A page that asks for more aliases than this is not one that anybody reads. */
const maxAliases = 2_000;
/** Of the text around a mention, this much goes along as the quote, in characters. */
const maxQuote = 1_000;
const minQuote = 60;

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

/** What popup and side panel are told of a frame. */
export interface PageReport {
  /** Tells this frame's reports from those of the tab's other frames. */
  frame: string;
  top: boolean;
  site: string;
  on: boolean;
  mentions: { key: string; text: string; kind: MentionKind; strength: Strength; count: number }[];
}

export interface Page {
  /** Statuses, the site switch, the pause or the ignored mentions may have changed. */
  askAgain(): Promise<void>;
  report(): PageReport;
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
  let active: {
    scanner: Scanner;
    marks: Marks | null;
    card: HoverCard | null;
    abort: AbortController;
  } | null = null;

  signal.addEventListener('abort', stop);
  start();
  return { askAgain, report };

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

  function requestFor(mention: PageMention): ShowMention | null {
    if (statuses.get(mention.key)?.ignored) return null;
    const beside = new Map<string, ShownMention>();
    for (const other of active?.scanner.blocks().get(mention.block) ?? []) {
      const isOther = other.key !== mention.key && other.strength === 'strong';
      if (isOther && !beside.has(other.key)) beside.set(other.key, shown(other));
    }
    return {
      type: 'show',
      mention: shown(mention),
      beside: [...beside.values()],
      site,
      source: { url: location.href, title: document.title, quote: quoteAround(mention) },
      theme: pageTheme(mention.range.startContainer.parentElement ?? elementOf(mention.block)),
    };
  }

  function report(): PageReport {
    const mentions = new Map<string, PageReport['mentions'][number]>();
    for (const [, found] of active?.scanner.blocks() ?? []) {
      for (const { key, text, kind, strength } of found) {
        const counted = mentions.get(key) ?? { key, text, kind, strength, count: 0 };
        counted.count += 1;
        // One strong occurrence makes the alias one that the page itself shows.
        if (strength === 'strong') counted.strength = 'strong';
        mentions.set(key, counted);
      }
    }
    return { frame, top: window.top === window, site, on: on ?? true, mentions: [...mentions.values()] };
  }
}

const shown = ({ key, text, kind, strength }: PageMention): ShownMention => ({ key, text, kind, strength });

/** The text of the mention's block, cut to what a note can use, with white space folded. */
function quoteAround({ block }: PageMention): string {
  let text = foldedText(block);
  // A line of tags says nothing by itself; what stands above it does.
  let above = elementOf(block).previousElementSibling;
  for (; above && text.length < minQuote; above = above.previousElementSibling) {
    text = `${foldedText(above)} ${text}`.trim();
  }
  return text.length <= maxQuote ? text : `…${text.slice(1 - maxQuote)}`;
}

const foldedText = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
