import { type Operations, remembered } from './operations.ts';

/** As much of a copy of the library as tells which came before. */
export interface Age {
  generation: number;
  /** Null where they can not be read. */
  operations: Operations | null;
}

/**
 * Whether a copy with this age can have come of the other by commands alone: as far as its memory reaches, it has to know
 * the last operation of the other. If it does not, the browser went back to an older state, from which it was gone on.
 */
export function descends(later: Age, earlier: Age): boolean {
  const steps = later.generation - earlier.generation;
  if (steps < 0) return false;
  const last = earlier.operations?.at(-1);
  if (!last || !later.operations?.length || steps >= remembered) return true;
  return later.operations.some(({ op }) => op === last.op);
}
