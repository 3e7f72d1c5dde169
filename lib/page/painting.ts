import type { AliasStatus } from '../library/alias-status.ts';
import type { RunSpan } from '../library/runs-question.ts';
import type { ShowMention } from '../mentions/card-talk.ts';
import { startHoverCard } from './hover-card.ts';
import { startKeptNames } from './kept-names.ts';
import { startMarks } from './marks.ts';
import { elementOf, type PageMention } from './page-mention.ts';
import type { Scanner } from './scanner.ts';
import { showRequest } from './show-request.ts';
import { mentionAfter } from './step.ts';

/** What painting is told of the page. */
export interface FoundPage {
  scanner: Scanner;
  site: string;
  statusOf(mention: PageMention): AliasStatus | undefined;
  isPainted(mention: PageMention): boolean;
  /** Whether what only the library tells is painted too. */
  isWide(): boolean;
  /** The keys of all aliases on the page. */
  aliases(): string[];
  dwellMs(): number;
  /** Where the card opens if there is room. */
  side: 'above' | 'below';
  cardUrl: string;
  requestToken(): Promise<string | null>;
  findNames(runs: string[]): Promise<RunSpan[][] | null>;
}

export interface Painting {
  /** Mentions were found or lost, or are painted by now. */
  refresh(): void;
  /** Statuses changed. */
  repaint(): void;
  /** The page changed, perhaps nothing that holds a mention. */
  changed(records: readonly MutationRecord[]): void;
  /** Forget these mentions at once, before the page's change is painted. */
  drop(gone: (mention: PageMention) => boolean): void;
  /** Opens the card of the next (1) or previous (-1) mention. */
  step(by: 1 | -1): void;
}

/**
 * Paints what was found on a page, and opens the card on it. Most pages never come here, so it is a script of its own. When the
 * signal aborts, the page is left as it was.
 */
export function startPainting(page: FoundPage, signal: AbortSignal): Painting {
  const { scanner, statusOf, isPainted } = page;
  /** Where the user's keys are. */
  let stepped: PageMention | null = null;
  const marks = startMarks(
    scanner,
    statusOf,
    isPainted,
    () => card.onScroll(),
    (near) => page.isWide() && void names.look(near),
    signal,
  );
  const names = startKeptNames(scanner, page.findNames, () => marks.refresh());
  const card = startHoverCard({ ...page, marks, requestFor }, signal);
  marks.refresh();
  return {
    refresh: marks.refresh,
    repaint() {
      names.askAgain();
      marks.repaint();
    },
    changed: marks.changed,
    drop(gone) {
      marks.drop(gone);
      card.drop(gone);
    },
    step,
  };

  function step(by: 1 | -1): void {
    const next = mentionAfter(stepped, by, [...scanner.held.blocks.values()].flat(), marks.isSeen);
    if (!next) return;
    stepped = next;
    if (!marks.isSeen(next)) elementOf(next.block).scrollIntoView({ block: 'center', behavior: 'instant' });
    card.open(next);
  }

  function requestFor(mention: PageMention): ShowMention | null {
    if (statusOf(mention)?.ignored) return null;
    return showRequest(mention, scanner.held.blocks.get(mention.block) ?? [], page.aliases(), page.site);
  }
}
