import { type Box, holds, meet } from './measure.ts';
import type { PageMention } from './page-mention.ts';
import type { Seen } from './seen-mentions.ts';

/** A mention, and where its line was measured. */
export interface Hit {
  mention: PageMention;
  measured: Box;
}

/** Where the pointer can meet mentions. Asked at each of its movements, so from the top on, in the order of their lines. */
export function createHitPlaces(): {
  put(seen: readonly Seen[]): void;
  at(x: number, y: number): Hit | null;
} {
  let places: (Hit & { box: Box })[] = [];
  return {
    put(seen) {
      places = [];
      for (const { mention, boxes, parts } of seen) {
        for (const box of parts)
          places.push({ mention, box, measured: boxes.find((whole) => meet(whole, box)) ?? box });
      }
      places.sort((a, b) => a.box.bottom - b.box.bottom);
    },
    at(x, y) {
      // Those that end above it are passed over.
      let low = 0;
      let high = places.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle]?.box.bottom ?? y) < y) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < places.length; i += 1) {
        const place = places[i];
        if (place && holds(place.box, x, y)) return place;
      }
      return null;
    },
  };
}
