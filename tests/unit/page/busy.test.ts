import { expect, test } from 'vitest';
import { createBusy } from '../../../lib/page/busy.ts';

/** What happens at which millisecond; answers what was said at the last settling. */
function lastSettling(...events: [atMs: number, event: 'change' | 'settling'][]): boolean {
  let time = 0;
  const busy = createBusy(() => time);
  let answer = false;
  for (const [at, event] of events) {
    time = at;
    if (event === 'change') busy.changed();
    else answer = busy.atSettling();
  }
  return answer;
}

test.each<[why: string, isBusy: boolean, ...Parameters<typeof lastSettling>]>([
  ['one change is none', false, [0, 'change'], [50, 'settling']],
  ['changes before one settling count once', false, [0, 'change'], [10, 'change'], [50, 'settling']],
  [
    'a change at settling after settling',
    true,
    [0, 'change'],
    [50, 'settling'],
    [100, 'change'],
    [150, 'settling'],
  ],
  ['settlings that others asked for do not count', false, [0, 'change'], [50, 'settling'], [100, 'settling']],
  [
    'busy until it rested for a second',
    true,
    [0, 'change'],
    [50, 'settling'],
    [100, 'change'],
    [150, 'settling'],
    [1_099, 'settling'],
  ],
  [
    'calm after a second',
    false,
    [0, 'change'],
    [50, 'settling'],
    [100, 'change'],
    [150, 'settling'],
    [1_100, 'settling'],
  ],
  [
    'what rested a second is calm although nobody asked meanwhile: else it depends on the machine',
    false,
    [0, 'change'],
    [50, 'settling'],
    [1_500, 'change'],
    [1_550, 'settling'],
  ],
])('%s', (_, isBusy, ...events) => {
  expect(lastSettling(...events)).toBe(isBusy);
});
