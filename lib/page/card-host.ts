import { cardSize } from './placement.ts';

const styles = `
  :host { all: initial !important; position: fixed !important; display: block !important; margin: 0 !important;
    padding: 0 !important; border: 0 !important; background: none !important; overflow: visible !important;
    inset: 0 auto auto 0 !important; z-index: 2147483647 !important; visibility: hidden !important;
    pointer-events: none !important; width: ${cardSize.width}px !important; height: ${cardSize.height}px !important;
    transform: translate(var(--left, 0), var(--top, 0)) !important; }
  :host(:popover-open) { visibility: visible !important; pointer-events: var(--events, none) !important; }
  iframe { display: block; border: 0; visibility: inherit; pointer-events: inherit; width: 100%; height: 100%; border-radius: 12px; color-scheme: normal;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 0.08), 0 2px 6px rgb(0 0 0 / 0.10), 0 12px 32px rgb(0 0 0 / 0.22); }
  iframe:not(.painted) { opacity: 0; }
  @media (forced-colors: active) { iframe { border: 1px solid CanvasText; } }
  @media print { :host { display: none !important; } }`;

/**
 * An element with the card's frame in a closed root. Hidden until its popover is shown, then see-through until
 * its frame is marked as painted. The mark stands inside the root, because how long a
 * card takes to paint may tell a page what it shows.
 */
export function createCardHost(cardUrl: string): { host: HTMLElement; frame: HTMLIFrameElement } {
  const host = document.createElement('div');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const frame = document.createElement('iframe');
  // Pages under COEP load no other frame; elsewhere it changes nothing for an extension page.
  if ('credentialless' in frame) frame.credentialless = true;
  frame.title = 'Underline';
  frame.src = cardUrl;
  root.append(frame);
  return { host, frame };
}
