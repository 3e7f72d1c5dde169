/** The page can read this name, so it says nothing but that Underline is there. */
const name = 'underline-mention';

/** More registered ranges slow every frame in which the page changes (docs: 100 cost 3 ms on 2,000 posts). */
export const maxRanges = 100;

export interface Tint {
  /** Tints exactly these ranges, at most 100 of them. */
  show(ranges: Iterable<StaticRange>): void;
  drop(range: StaticRange): void;
}

/**
 * Tints ranges of the page's text through the CSS Custom Highlight API, so that its DOM stays as it is. A soft
 * background and never `text-decoration`, which makes each frame of a large page slow.
 */
export function startTint(signal: AbortSignal): Tint {
  const highlight = new Highlight();
  const sheet = new CSSStyleSheet();
  // !important: a page may style every ::highlight it finds. The colour lies softly on light and dark pages alike.
  sheet.replaceSync(
    `::highlight(${name}) { background-color: rgb(240 180 40 / 0.22) !important; }
     @media print { ::highlight(${name}) { background-color: transparent !important; } }`,
  );
  const styled = new Set<Document | ShadowRoot>();

  signal.addEventListener('abort', () => {
    highlight.clear();
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    for (const root of styled)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  /** Highlights are styled by the tree their text stands in: each open shadow root needs the sheet. */
  function style(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    styled.add(root);
  }

  return {
    show(ranges) {
      for (const root of styled) if (!root.isConnected) styled.delete(root);
      const wanted = new Set([...ranges].slice(0, maxRanges));
      for (const range of highlight) if (!wanted.has(range as StaticRange)) highlight.delete(range);
      for (const range of wanted) {
        style(range.startContainer.getRootNode());
        highlight.add(range);
      }
      // The page can clear the registry at any time.
      if (wanted.size > 0) CSS.highlights.set(name, highlight);
      else CSS.highlights.delete(name);
    },
    drop(range) {
      highlight.delete(range);
    },
  };
}
