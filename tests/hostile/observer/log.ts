/** What a page observed. */
export interface Log {
  /** By channel, in the order in which they were seen. */
  facts: Record<string, string[]>;
  /** When each fact was seen, kept apart: times are compared by rank, not to the letter. */
  times: Record<string, number[]>;
}

/** More than any run here makes; a page that never ends must not eat the memory. */
const maxFacts = 30_000;

export const log: Log = { facts: {}, times: {} };

const states = new Map<string, string>();
let noted = 0;
let lastTime = 0;

/** How many facts there are, in all channels. */
export const countFacts = (): number => noted;

/** Adds a fact to a channel, which from then on exists although it may stay empty. */
export function note(channel: string, fact?: string): void {
  log.facts[channel] ??= [];
  log.times[channel] ??= [];
  const facts = log.facts[channel];
  if (fact === undefined || facts.length > maxFacts) return;
  facts.push(facts.length === maxFacts ? 'full' : fact);
  // The clock is coarse; growing, it tells the order across channels too.
  lastTime = Math.max(performance.now(), lastTime + 0.0001);
  log.times[channel]?.push(lastTime);
  noted += 1;
}

/** Adds a fact unless the channel holds it. */
export function noteOnce(channel: string, fact: string): void {
  if (!log.facts[channel]?.includes(fact)) note(channel, fact);
}

/** Adds the state of a subject, if it is another than before: a channel of states is what they went through. */
export function noteState(channel: string, subject: string, state: string): void {
  const key = `${channel} ${subject}`;
  if (states.get(key) === state) return;
  states.set(key, state);
  note(channel, `${subject}: ${state}`);
}
