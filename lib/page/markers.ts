import type { AliasStatus } from '../library/alias-status.ts';
import type { Box } from './measure.ts';
import { callOwn } from './own-elements.ts';
import { maxTaken, onTaken } from './taken.ts';

export interface Marker {
  box: Box;
  status: AliasStatus | undefined;
}

export interface Markers {
  /** Draws exactly these, one box each, where the boxes are in the viewport now; null where the user wants none at all. */
  place(markers: readonly Marker[] | null): void;
  /** Some of those that were placed are gone, or mean something else: nothing is measured, which would make the page lay itself out. */
  placeAgain(markers: readonly Marker[] | null): void;
  /** Outlines this box of a mention for a moment, whatever is known of it, and no other any more. */
  flash(box: Box | null): void;
  /** Out of sight while the page scrolls or changes; the next `place` brings them back. */
  fade(): void;
}

/** An element, and what was written to it last: to write the same again takes time too. */
interface Drawn {
  element: HTMLElement;
  width?: string;
  transform?: string;
}

/** How long a mention that was jumped to is outlined. */
const flashMs = 900;

/**
 * Every box has the same geometry, and only the pixels inside differ: colour and shape by status, faint for
 * unknown. The hues are the theme's, at a lightness that shows on light and dark pages alike. A page can measure that
 * boxes are there, not what they say. No custom properties: a page may register their names for its whole document.
 */
const styles = `
  :host { all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important;
    display: block !important; pointer-events: none !important; z-index: 2147483646 !important; }
  div, b { position: absolute; inset: 0 auto auto 0; pointer-events: none; forced-color-adjust: none; }
  div { height: 4px; background: linear-gradient(currentColor 0 0) 0 100% / 100% 2px no-repeat; }
  b { border-radius: 3px; outline: 2px solid oklch(0.65 0.17 60); outline-offset: 1px; animation: flash ${flashMs}ms ease-in both; }
  @keyframes flash { 40% { opacity: 1; } 100% { opacity: 0; } }
  section { transition: opacity 90ms ease-out; }
  section.faded { opacity: 0; }
  @media (prefers-reduced-motion: reduce) { section { transition: none; } b { animation: none; } }
  @media print { section, b { display: none; } }
  .unknown { color: oklch(0.6 0.01 260 / 0.28); }
  .none { color: oklch(0.6 0.01 260); }
  .watching { color: oklch(0.62 0.13 238); }
  .researching { color: oklch(0.63 0.13 68);
    background-image: repeating-linear-gradient(90deg, currentColor 0 5px, transparent 5px 8px); }
  .convinced { color: oklch(0.62 0.14 152); background: linear-gradient(currentColor 0 0) 0 0 / 100% 1.5px no-repeat,
    linear-gradient(currentColor 0 0) 0 100% / 100% 1.5px no-repeat; }
  .passed { color: oklch(0.6 0.02 65);
    background-image: repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 5px); }
  @media (forced-colors: active) {
    div:not(.unknown) { color: CanvasText; }
    b { outline-color: Highlight; }
  }`;

/**
 * Draws markers in one closed shadow root beside the page's body. Removed without trace on abort, and for good once
 * the page took it away too often.
 */
export function startMarkers(signal: AbortSignal): Markers {
  const host = document.createElement('div');
  callOwn(host);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const layer = document.createElement('section');
  layer.ariaHidden = 'true';
  root.append(layer);
  const drawn = new Map<Box, Drawn>();
  let origin = { left: 0, top: 0 };
  let taken = 0;
  let stopWatching = () => {};
  let isWanted = false;
  let flash: HTMLElement | null = null;
  let flashing: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', remove);

  function remove(): void {
    stopWatching();
    host.remove();
  }

  function stand(): void {
    if (!host.isConnected && taken < maxTaken) {
      document.documentElement.append(host);
      stopWatching = onTaken(host, document.documentElement, { attributes: false }, onceTaken);
    }
    // The root element may be positioned or transformed: everything is relative to where the host really lies.
    if (host.isConnected) origin = host.getBoundingClientRect();
  }

  function endFlash(): void {
    clearTimeout(flashing);
    flash?.remove();
    flash = null;
    if (!isWanted) remove();
  }

  function onceTaken(): void {
    taken += 1;
    remove();
  }

  function draw(given: readonly Marker[] | null): void {
    isWanted = given !== null;
    if (!isWanted && !flash) remove();
    const markers = given ?? [];
    const wanted = new Set(markers.map(({ box }) => box));
    const free: Drawn[] = [];
    for (const [box, one] of drawn) {
      if (wanted.has(box)) continue;
      free.push(one);
      drawn.delete(box);
    }
    // Known or not, the same operations in the same order.
    for (const { box, status } of markers) {
      const one = drawn.get(box) ??
        free.pop() ?? { element: layer.appendChild(document.createElement('div')) };
      drawn.set(box, one);
      const { style } = one.element;
      const look = status?.known && !status.ignored ? (status.status ?? 'none') : 'unknown';
      const width = `${box.right - box.left}px`;
      const transform = `translate(${box.left - origin.left}px, ${box.bottom - origin.top - 1}px)`;
      one.element.className = look;
      if (width !== one.width) style.width = width;
      if (transform !== one.transform) style.transform = transform;
      one.width = width;
      one.transform = transform;
    }
    for (const { element } of free) element.remove();
    layer.classList.remove('faded');
  }

  return {
    place(markers) {
      if (host.isConnected || (markers && markers.length > 0)) stand();
      draw(markers);
    },
    placeAgain: draw,
    flash(box) {
      endFlash();
      if (!box) return;
      stand();
      flash = root.appendChild(outline(box, origin));
      flashing = setTimeout(endFlash, flashMs);
    },
    fade() {
      layer.classList.add('faded');
    },
  };
}

function outline({ left, top, right, bottom }: Box, origin: { left: number; top: number }): HTMLElement {
  const element = document.createElement('b');
  element.style.cssText = `width: ${right - left}px; height: ${bottom - top}px; transform: translate(${left - origin.left}px, ${top - origin.top}px)`;
  return element;
}
