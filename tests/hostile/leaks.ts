import type { Edit } from './leaky-build.ts';

export interface Leak {
  /** What such a build does. */
  does: string;
  /** Channels of the log in which it shows. */
  shows: string[];
  edits: Edit[];
}

/** Runs for each marker that is placed, with its element, the markers' host and the status at hand. */
const atMarker = (by: string): Edit => ({
  file: 'lib/page/markers.ts',
  replace: 'element.style.width =',
  by: `${by}; element.style.width =`,
});

/** Ways in which a build might treat known mentions otherwise. The page script alone is changed. */
export const leaks: Leak[] = [
  {
    does: 'tints only known mentions',
    shows: ['highlights'],
    edits: [
      {
        file: 'lib/page/marks.ts',
        replace: '.filter(isPainted)',
        by: '.filter((mention) => isPainted(mention) && statusOf(mention.key)?.known === true)',
      },
    ],
  },
  {
    // No page can look at the marker; what lies under it says that it is covered.
    does: 'draws a higher marker below known mentions',
    shows: ['visibility'],
    edits: [atMarker("element.style.height = status?.known ? '24px' : '4px'")],
  },
  {
    does: 'says on the markers’ host that something is known',
    shows: ['mutations'],
    edits: [atMarker("if (status?.known) host.setAttribute('data-known', '')")],
  },
  {
    does: 'makes the card of a known mention 100 px higher',
    shows: ['points'],
    edits: [
      {
        file: 'lib/page/hover-card.ts',
        replace: 'placeCard(line, viewport, side)',
        by: `{ ...placeCard(line, viewport, side),
          height: statusOf(mention.key)?.known ? 452 : 352 }`,
      },
      {
        file: 'lib/page/hover-card.ts',
        replace: 'requestFor }: HoverCardParts',
        by: 'requestFor, statusOf }: HoverCardParts',
      },
      {
        file: 'lib/page/painting.ts',
        replace: 'marks, requestFor }',
        by: 'marks, requestFor, statusOf: (key: string) => page.statusOf({ key }) }',
      },
    ],
  },
];

/** Shows in no fact, only in how long something takes. */
export const slowLeak: Edit[] = [
  atMarker('if (status?.known) for (const end = performance.now() + 3; performance.now() < end; );'),
];
