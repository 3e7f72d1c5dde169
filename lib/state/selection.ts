import { create } from 'zustand';

interface Selection {
  chosen: ReadonlySet<string>;
  /** Where a range begins. */
  anchor: string | null;
  /** What was chosen when it began: a range that becomes shorter gives back what it took, and no more. */
  before: ReadonlySet<string>;
}

const none: Selection = { chosen: new Set(), anchor: null, before: new Set() };

/** Which projects of a list are chosen, by id: one for a surface, so that it is still there after a look at one of them. */
export const useSelection = create<Selection>(() => none);

/** Chooses one more, or one less; a range begins there. */
export function toggleChosen(id: string): void {
  const chosen = new Set(useSelection.getState().chosen);
  if (!chosen.delete(id)) chosen.add(id);
  useSelection.setState({ chosen, anchor: id, before: chosen });
}

/** Chooses all from where the range began, or else `from`, up to `to`, in the order of the list. */
export function extendChosen(order: readonly string[], from: string, to: string): void {
  const now = useSelection.getState();
  // A range goes on only from what is part of one.
  const goesOn = now.anchor !== null && now.chosen.has(from) && order.includes(now.anchor);
  const anchor = goesOn ? now.anchor : from;
  const before = goesOn ? now.before : now.chosen;
  const [start, end] = [order.indexOf(anchor ?? from), order.indexOf(to)].sort((a, b) => a - b);
  const chosen = new Set([...before, ...order.slice(start, (end ?? 0) + 1)]);
  useSelection.setState({ chosen, anchor, before });
}

/** Chooses these and no others. */
export const chooseAll = (ids: readonly string[]): void =>
  useSelection.setState({ ...none, chosen: new Set(ids) });

/** Chooses nothing. */
export const clearChosen = (): void => useSelection.setState(none);
