import { useState } from 'react';
import type { OfferedAlias } from './offered-aliases.ts';

/** How far the user went with one request. */
interface Step {
  /** It means another project here: `which` of those that have the alias, or a `new` one, which has not. */
  another: 'which' | 'new' | null;
  /** The aliases to add to a project that is being looked for. */
  adding: OfferedAlias[] | null;
  /** The project to show of several, where no site remembers it. */
  chosen: string | null;
  /** Something was kept; true from the moment it was sent. */
  kept: boolean;
}

const start: Step = { another: null, adding: null, chosen: null, kept: false };

/** The user's step in the request with this number, each of which starts anew, and how to go on. */
export function useStep(shown: number): [Step, (change: Partial<Step>) => void] {
  const [latest, setLatest] = useState({ shown, step: start });
  const go = (change: Partial<Step>) =>
    setLatest((now) => ({ shown, step: { ...(now.shown === shown ? now.step : start), ...change } }));
  return [latest.shown === shown ? latest.step : start, go];
}
