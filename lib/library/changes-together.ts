import type { Changes } from './edit.ts';

/** What two commands save, the second worked out from what the first leaves, as one step. The answer is the second's. */
export function changesTogether(first: Changes, second: Changes): Changes {
  const set = { ...first.set, ...second.set };
  for (const key of second.remove) delete set[key];
  return {
    ...second,
    set,
    remove: [...first.remove.filter((key) => !(key in second.set)), ...second.remove],
    askAgain: first.askAgain || second.askAgain,
  };
}
