import type { Log } from './observer/log.ts';

/** So many more visits have to be the same. */
const more = 3;

/**
 * Where the logs of two visits differ, and those of any of three more pairs in the same channel; empty if they do not. A machine that
 * stumbles makes them differ too, but hardly twice so. What differs once is printed, so that nobody overlooks it.
 */
export async function differTwice(
  first: readonly Log[],
  visitAgain: () => Promise<readonly Log[]>,
): Promise<string> {
  const [a, b] = pair(first);
  const once = changedChannels(a, b);
  if (once.length === 0) return '';
  console.log(`differed once:\n${differences(a, b).join('\n\n')}`);
  for (let visit = 0; visit < more; visit += 1) {
    const [c, d] = pair(await visitAgain());
    const twice = changedChannels(c, d).filter((channel) => once.includes(channel));
    if (twice.length > 0)
      return twice.map((channel) => describe(channel, ...comparable(channel, c, d))).join('\n\n');
  }
  return '';
}

function pair([a, b]: readonly Log[]): [Log, Log] {
  if (!a || !b) throw new Error('Two logs are compared');
  return [a, b];
}

/** Where two logs differ first in each channel, in words; empty if they are the same to the letter. */
const differences = (a: Log, b: Log): string[] =>
  changedChannels(a, b).map((channel) => describe(channel, ...comparable(channel, a, b)));

/** The channels in which two logs differ. */
export function changedChannels(a: Log, b: Log): string[] {
  const channels = new Set([...Object.keys(a.facts), ...Object.keys(b.facts)]);
  return [...channels].filter((channel) => {
    const [first, second] = comparable(channel, a, b);
    return first.join('\n') !== second.join('\n');
  });
}

/** What comes in frames, or when the browser has time to report it, is a set; everything else is compared in its order. */
const isUnordered = (channel: string): boolean =>
  channel.endsWith(', in frames') || channel === 'performance';

function comparable(channel: string, a: Log, b: Log): [string[], string[]] {
  const [first = [], second = []] = [a.facts[channel], b.facts[channel]];
  return isUnordered(channel) ? [first.toSorted(), second.toSorted()] : [first, second];
}

function describe(channel: string, first: string[], second: string[]): string {
  const longest = first.length > second.length ? first : second;
  const at = longest.findIndex((_, i) => first[i] !== second[i]);
  const around = (facts: string[]) => facts.slice(Math.max(0, at - 2), at + 3).map((fact) => `    ${fact}`);
  return [
    `${channel}: ${first.length} and ${second.length} facts, which differ from number ${at} on`,
    '  the one:',
    ...around(first),
    '  the other:',
    ...around(second),
  ].join('\n');
}
