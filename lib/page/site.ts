/**
 * The site a frame belongs to, as the site switch counts it: the host of the page in the tab where the browser
 * tells it to frames (Chromium), else the frame's own. Empty where there is no host on the web.
 */
export function siteOf({ location, origin }: Window): string {
  const ancestors = location.ancestorOrigins;
  const top = ancestors?.[ancestors.length - 1] ?? origin;
  return /^https?:/.test(top) ? new URL(top).host : '';
}
