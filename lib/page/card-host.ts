import { callOwn } from './own-elements.ts';
import type { Place } from './placement.ts';

const styles = `
  :host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
    display: block !important; pointer-events: none !important; }
  iframe { position: absolute; border: 0; border-radius: 12px; color-scheme: normal; visibility: hidden;
    opacity: 0; pointer-events: none;
    box-shadow: 0 0 0 1px rgb(128 128 128 / 0.3), 0 2px 6px rgb(0 0 0 / 0.10), 0 12px 32px rgb(0 0 0 / 0.22); }
  :host(:popover-open) iframe { visibility: visible; }
  .open { pointer-events: auto; }
  .painted { opacity: 1; }
  @media (forced-colors: active) { iframe { border: 1px solid CanvasText; } }
  @media print { :host { display: none !important; } }`;

export interface CardHost {
  element: HTMLElement;
  frame: HTMLIFrameElement;
  /** Loads the card, once the element stands in the page. Not by `src`: a page that measures its memory is told that. */
  load(): void;
  /** Lets the frame load and paint at this place of the viewport, see-through for eyes and pointer. */
  stand(place: Place): void;
  /** Lets the pointer in. */
  open(): void;
  /** Lets the eyes in. Apart from `open`, because how long a card takes to paint may tell a page what it shows. */
  reveal(): void;
  /** Above what the page has put into the top layer since. */
  raise(): void;
  hide(): void;
}

/**
 * An element with the card's frame in a closed root. Its attributes never change: where the card is and what state it
 * is in stands inside the root, where a page can neither read nor set it.
 */
export function createCardHost(cardUrl: string): CardHost {
  const element = document.createElement('div');
  element.popover = 'manual';
  callOwn(element);
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const frame = document.createElement('iframe');
  // Pages under COEP load no other frame; elsewhere it changes nothing for an extension page.
  if ('credentialless' in frame) frame.credentialless = true;
  frame.title = 'Underline';
  root.append(frame);

  return {
    element,
    frame,
    load: () => frame.contentWindow?.location.replace(cardUrl),
    stand(place) {
      frame.className = '';
      const { left, top, width, height } = place;
      // Follows a window that gets smaller: a card that is cut off takes no input.
      frame.style.width = `min(${width}px, 100vw - 16px)`;
      frame.style.height = `min(${height}px, 100vh - 16px)`;
      frame.style.left = `max(0px, min(${left}px, 100vw - ${width + 8}px))`;
      frame.style.top = `max(0px, min(${top}px, 100vh - ${height + 8}px))`;
      if (!element.matches(':popover-open')) element.showPopover();
    },
    open: () => frame.classList.add('open'),
    reveal: () => frame.classList.add('painted'),
    raise() {
      element.hidePopover();
      element.showPopover();
    },
    hide() {
      // A frame that nobody sees would go on taking the user's keys.
      frame.blur();
      frame.className = '';
      if (element.matches(':popover-open')) element.hidePopover();
    },
  };
}
