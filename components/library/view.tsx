import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Addition } from '../../lib/library/addition.ts';

/** What a surface shows; `home` is its lists, each with a field above it. */
export type View =
  | { name: 'home' }
  | { name: 'project'; id: string }
  /** `chosen`: what the user chose on a page. */
  | { name: 'add'; chosen?: Addition }
  | { name: 'import' }
  /** `from` is null until it is picked. */
  | { name: 'merge'; into: string; from: string | null }
  | { name: 'trash' };

/** `popup`: small, closes at any moment. `panel`: roomier, stays; also used in a tab. */
export type Surface = 'popup' | 'panel';

interface Views {
  view: View;
  surface: Surface;
  open: (view: View) => void;
  /** Where the user came from; home if nowhere. */
  back: () => void;
  /** In place of this view: a form that became a project is not gone back to. */
  replace: (view: View) => void;
  /** The row that had the focus last, by its `data-row`: back home it is there again. */
  lastRow: RefObject<string | null>;
}

const isSame = (one: View, other: View | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const Context = createContext<Views | null>(null);

/** Keeps which view a surface shows and the way back; starts at `first`, with home behind it. */
export function Views(props: { first: View; surface: Surface; children: ReactNode }) {
  const { first, surface, children } = props;
  const [trail, setTrail] = useState<View[]>(first.name === 'home' ? [first] : [{ name: 'home' }, first]);
  const open = useCallback(
    // What is shown already is not gone back to from itself.
    (view: View) => setTrail((before) => (isSame(view, before.at(-1)) ? before : [...before, view])),
    [],
  );
  const back = useCallback(
    () => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    [],
  );
  const replace = useCallback((view: View) => setTrail((before) => [...before.slice(0, -1), view]), []);
  const lastRow = useRef<string | null>(null);
  const view = trail.at(-1) ?? first;
  const value = useMemo(
    () => ({ view, surface, open, back, replace, lastRow }),
    [view, surface, open, back, replace],
  );
  return <Context value={value}>{children}</Context>;
}

/** The view shown and how to go to another. Throws outside `Views`. */
export function useView(): Views {
  const views = useContext(Context);
  if (!views) throw new Error('useView stands outside Views');
  return views;
}
