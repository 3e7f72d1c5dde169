declare global {
  // IntersectionObserver v2: https://w3c.github.io/IntersectionObserver/v2/
  interface IntersectionObserverEntry {
    readonly isVisible: boolean;
  }
  interface IntersectionObserverInit {
    trackVisibility?: boolean;
    delay?: number;
  }
}

/** The browser looks at most this often, in ms; it refuses less. */
const delay = 100;

/** From here on all of it counts as seen: fractions of a pixel may be cut. */
const whole = 0.98;

/** Whether this browser tells a frame if it can be seen (Chromium does, Firefox does not). */
export const seesItself = 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Calls with what the browser says of this frame in its page, at the start and at every change: false while anything
 * lies over a part of it, or it is faded, filtered, scaled or cut off.
 */
export function watchSight(onChange: (clear: boolean) => void): void {
  const options = { trackVisibility: true, delay, threshold: [0.5, whole, 1] };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    onChange(last?.isVisible === true && last.intersectionRatio >= whole);
  }, options);
  observer.observe(document.documentElement);
}
