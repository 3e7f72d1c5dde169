/** A place where two texts differ: what stands at `at` in the seen one, and at `keptAt` in the kept one; either may be empty. */
export interface Difference {
  seen: string;
  at: number;
  kept: string;
  keptAt: number;
}

/**
 * Where two texts differ, whatever the case, with as few changed letters as there can be; neighbouring ones as one.
 * `rn` for `m` is one difference, and so is `ei` for `ie`. For names: it takes the product of their lengths.
 */
export function differences(seen: string, kept: string): Difference[] {
  const same = (i: number, j: number) => seen[i]?.toLowerCase() === kept[j]?.toLowerCase();
  // costs[i][j]: changes needed from seen.slice(i) to kept.slice(j).
  const costs = Array.from({ length: seen.length + 1 }, () => new Array<number>(kept.length + 1).fill(0));
  const cost = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = seen.length; i >= 0; i -= 1)
    for (let j = kept.length; j >= 0; j -= 1) {
      const row = costs[i];
      if (!row || (i === seen.length && j === kept.length)) continue;
      const step = same(i, j) && i < seen.length ? 0 : 1;
      row[j] = Math.min(cost(i + 1, j + 1) + step, cost(i + 1, j) + 1, cost(i, j + 1) + 1);
    }

  const found: Difference[] = [];
  let [i, j] = [0, 0];
  let open: Difference | null = null;
  while (i < seen.length || j < kept.length) {
    if (i < seen.length && same(i, j) && cost(i, j) === cost(i + 1, j + 1)) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (!open) {
      open = { seen: '', at: i, kept: '', keptAt: j };
      found.push(open);
    }
    const rest = cost(i, j) - 1;
    const both = cost(i + 1, j + 1) === rest;
    const onlySeen = !both && cost(i + 1, j) === rest;
    if (both || onlySeen) open.seen += seen[i++] ?? '';
    if (!onlySeen) open.kept += kept[j++] ?? '';
  }
  return found;
}
