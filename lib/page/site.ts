/**
 * The site a frame belongs to, as the site switch counts it: the host of the page in the tab where the browser
 * tells it to frames (Chromium), else the frame's own. Empty for frames without any host.
 */
export function siteOf(window: Window): string {
  const ancestors = window.location.ancestorOrigins;
  const top = ancestors?.[ancestors.length - 1];
  return hostOf(top ?? window.origin) || window.location.host;
}

/** Empty for an opaque origin (`null`). */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
