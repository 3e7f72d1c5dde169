import type { Log } from './observer/log.ts';

/** Where two logs differ first in each channel, in words; empty if they are the same to the letter. */
export const differences = (a: Log, b: Log): string[] =>
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
