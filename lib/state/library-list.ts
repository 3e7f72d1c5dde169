import { create } from 'zustand';
import { type ListFilter, type ListOrder, noFilter } from '../library/library-list.ts';

interface LibraryList {
  filter: ListFilter;
  order: ListOrder;
  /** All tags are shown to choose from, not only the chosen ones. */
  tagsOpen: boolean;
  /** How far the list was scrolled when another view took its place, in pixels. */
  scrolledTo: number;
}

/** How the user looks at the list of all projects; kept as long as the surface is open, whatever else it shows meanwhile. */
export const useLibraryList = create<LibraryList>(() => ({
  filter: noFilter,
  order: 'name',
  tagsOpen: false,
  scrolledTo: 0,
}));

/** Changes a part of the filter; what it shows begins at the top again. */
export const narrowList = (change: Partial<ListFilter>): void =>
  useLibraryList.setState(({ filter }) => ({ filter: { ...filter, ...change }, scrolledTo: 0 }));
