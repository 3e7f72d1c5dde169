import type { RefObject } from 'react';

/** The lists that popup and panel show first: the popup has a watchlist, the panel the whole library. */
export type HomeTab = 'page' | 'watchlist' | 'library' | 'recent';

/** What a surface's first view is given. */
export interface HomeProps {
  tab: HomeTab;
  onTab: (tab: HomeTab) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** The library is still on its way; all that does not depend on it stands already. */
  reading: boolean;
}
