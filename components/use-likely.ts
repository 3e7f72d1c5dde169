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
  /** The ids with their counts: changes with every note that is written, trashed or brought back. */
  const counted = meant.map(({ id, project }) => `${id}:${project.notes}`).join(' ');
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      const read = counted.split(' ').map((each) => each.slice(0, each.lastIndexOf(':')));
      const places = await readNotePlaces(read);
      if (wanted) setRead({ ids: read.join(' '), places });
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [counted]);
  return useMemo(
    () => (read?.ids === ids ? likelyMeanings(meant, place, read.places) : null),
    [read, ids, meant, place],
  );
}
