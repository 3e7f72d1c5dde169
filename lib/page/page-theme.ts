/** Whether text of this element stands on a light or a dark ground: the card follows the page, not the system. */
export function pageTheme(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = luminance(getComputedStyle(at).backgroundColor);
    if (ground !== null) return ground < 0.4 ? 'dark' : 'light';
  }
  // Nothing painted under it but the browser's own canvas: what is written on that tells which.
  return (luminance(getComputedStyle(element).color) ?? 0) > 0.5 ? 'dark' : 'light';
}

/** Luma of an opaque enough `rgb()` colour, 0 (black) to 1 (white), by Rec. 709; null if one sees through it. */
function luminance(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith('rgb') || red === undefined || green === undefined || blue === undefined) return null;
  return alpha < 0.5 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
