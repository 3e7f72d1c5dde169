import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows beyond the view, so that a quick wheel meets no empty place. */
const beyond = 8;

/** A rem in pixels: rows grow with the user's letters. */
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** What scrolls a list, marked with `data-scroller`: itself or what it stands in. */
const scrollerOf = (list: HTMLElement | null) => list?.closest<HTMLElement>('[data-scroller]') ?? null;

/**
 * Which rows of a long list stand in the page, and where: those in view, a few beyond, and those that `kept` names by
 * number, which keep what the user has in them (the focus, an open form) wherever they scroll to.
 */
export function useRows(
  list: RefObject<HTMLElement | null>,
  props: {
    count: number;
    /** What a row keeps its place in the page by; without it its number, where all rows change at once. */
    keyOf?: (at: number) => string;
    /** A row's height before it was ever shown. */
    rem: number;
    kept: readonly number[];
  },
) {
  const { count, keyOf, rem, kept } = props;
  const [above, setAbove] = useState(0);
  const [rowPx] = useState(() => rem * remPx());

  const rows = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    ...(keyOf && { getItemKey: keyOf }),
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => rowPx,
    overscan: beyond,
    // A row that was just put in is measured with the frame's own layout: asked for at once it would be laid out twice.
    measureElement: (element, entry, { itemSizeCache, indexFromElement, options }) => {
      const told = entry?.borderBoxSize[0]?.blockSize;
      if (told !== undefined) return Math.round(told);
      return itemSizeCache.get(options.getItemKey(indexFromElement(element))) ?? rowPx;
    },
    scrollMargin: above,
    // The kept rows stand there from the first render on; how much is in view is told right after it.
    initialRect: { width: 0, height: 1 },
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept.filter((at) => at >= 0 && at < count)])].sort(
        (a, b) => a - b,
      ),
  });

  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    const content = scroller?.firstElementChild;
    if (!scroller || !content || scroller === list.current) return;
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setAbove(Math.round(top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    };
    measure();
    // What stands above the list may grow and shrink without the list being told.
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [list]);

  return {
    rows: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    above,
    measureRow: rows.measureElement,
    scrollTo: rows.scrollToIndex,
  };
}
