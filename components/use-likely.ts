import { useEffect, useMemo, useState } from 'react';
import {
  type Likely,
  likelyMeanings,
  type Meant,
  type NotePlaces,
  type Place,
} from '../lib/library/likely-meaning.ts';
import { readNotePlaces } from '../lib/state/note-places.ts';

/** The projects that an alias may mean, the likeliest first; null until their notes were read, so that no row jumps. */
export function useLikely(meant: readonly Meant[], place: Place): Likely[] | null {
  const [read, setRead] = useState<{ ids: string; places: Map<string, NotePlaces> } | null>(null);
  const ids = meant.map(({ id }) => id).join(' ');
  /** Changes with every note that is written, trashed or brought back. */
  const counts = meant.map(({ project }) => project.notes).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts say when to read again
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const places = await readNotePlaces(ids.split(' '));
      if (wanted) setRead({ ids, places });
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [ids, counts]);
  return useMemo(
    () => (read?.ids === ids ? likelyMeanings(meant, place, read.places) : null),
    [read, ids, meant, place],
  );
}
