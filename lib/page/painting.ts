import type { ShowMention } from '../mentions/card-talk.ts';
import { cardSide } from './card-side.ts';
import type { FoundPage } from './found-page.ts';
import { startHoverCard } from './hover-card.ts';
import { startKeptNames } from './kept-names.ts';
import { startMarks } from './marks.ts';
import { meet } from './measure.ts';
import { bringToMiddle } from './middle.ts';
import { nearestMiddle } from './nearest-middle.ts';
import { elementOf, type PageMention } from './page-mention.ts';
import type { Seen } from './seen-mentions.ts';
import { showRequest } from './show-request.ts';
import { mentionAfter } from './step.ts';

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
  /** Opens the card of the mention that is selected, else of the one stepped to last, else of the one nearest the middle. */
  open(): void;
  /**
   * Whether there is a painted mention with this key to jump to: the page must not learn which weak one the user keeps. If this is the frame that is meant, the next (1) or previous (-1) one is
   * brought to the middle and flashed.
   */
  jump(key: string, by: 1 | -1, isMeant: boolean): boolean;
}

/**
 * Paints what was found on a page, and opens the card on it. Most pages never come here, so it is a script of its own. When the
 * signal aborts, the page is left as it was.
 */
export function startPainting(page: FoundPage, signal: AbortSignal): Painting {
  const { scanner, statusOf } = page;
  /** Where the user's keys are. */
  let stepped: PageMention | null = null;
  /** Where the user jumped to last. */
  let jumped: PageMention | null = null;
  const marks = startMarks(
    page,
    () => card.onScroll(),
    (near) => page.isWide() && void names.look(near),
    signal,
  );
  const names = startKeptNames(scanner, page.findNames, () => marks.refresh());
  const side = cardSide(location.hostname, document);
  const card = startHoverCard({ ...page, side, marks, requestFor }, signal);
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
    open,
    jump,
  };

  function step(by: 1 | -1): void {
    const next = mentionAfter(stepped, by, [...scanner.held.blocks.values()].flat(), isSeen);
    if (!next) return;
    stepped = next;
    if (!isSeen(next)) elementOf(next.block).scrollIntoView({ block: 'center', behavior: 'instant' });
    card.open(next);
  }

  function open(): void {
    const seen = marks.seen();
    const selection = getSelection();
    const selected = selection?.rangeCount ? [...selection.getRangeAt(0).getClientRects()] : [];
    const isSelected = ({ parts }: Seen) => parts.some((part) => selected.some((rect) => meet(part, rect)));
    const isAt = ({ mention }: Seen) => mention === stepped;
    const next = (seen.find(isSelected) ?? seen.find(isAt))?.mention ?? nearestMiddle(seen, innerHeight);
    if (!next) return;
    stepped = next;
    card.open(next);
  }

  function jump(key: string, by: 1 | -1, isMeant: boolean): boolean {
    const all = [...scanner.held.blocks.values()]
      .flat()
      .filter((mention) => mention.key === key && page.isPainted(mention));
    const next = mentionAfter(jumped, by, all, isSeen);
    if (!next || !isMeant) return next !== null;
    jumped = next;
    stepped = next;
    bringToMiddle(next);
    marks.flash(next);
    return true;
  }

  function isSeen(wanted: PageMention): boolean {
    return marks.seen().some(({ mention }) => mention === wanted);
  }

  function requestFor(mention: PageMention): ShowMention | null {
    if (statusOf(mention)?.ignored) return null;
    return showRequest(mention, scanner.held.blocks.get(mention.block) ?? [], page.aliases(), page.site);
  }
}
