import './zod-jitless.ts';
import * as z from 'zod';
import { Id } from './schema.ts';

const FrameTold = z.strictObject({
  /** Empty where the browser does not tell documents apart. */
  document: z.string(),
  /** After how many changes of the library this was begun anew. */
  change: z.int(),
  /** Whether Underline runs on its site: what stands where it does not is not counted. */
  on: z.boolean(),
  projects: z.array(Id),
});

const TabBadge = z.strictObject({
  /** By frame. */
  frames: z.record(z.string(), FrameTold),
  /** The tab began to load something since. */
  left: z.boolean(),
});

/** Which kept projects stand in each tab, as far as its frames asked. Kept in memory only, for as long as the browser runs. */
const TabBadges = z.strictObject({ change: z.int(), tabs: z.record(z.string(), TabBadge) });
export type TabBadges = z.infer<typeof TabBadges>;

export const parseTabBadges = (received: unknown): TabBadges =>
  TabBadges.safeParse(received).data ?? { change: 0, tabs: {} };

/** What one document asked for. */
export interface Told {
  tabId: number;
  frameId: number;
  document: string;
  on: boolean;
  projects: Iterable<string>;
  /** How many aliases it asked for. */
  aliases: number;
}

/** With what one more document of a tab has, the same object if that is nothing new; a document that asks again after a change tells all that it has. */
export function withTold(
  all: TabBadges,
  { tabId, frameId, document, on, projects, aliases }: Told,
): TabBadges {
  const { left, frames } = all.tabs[tabId] ?? { left: false, frames: {} };
  const before = frames[frameId];
  const isSame = before?.document === document && !(left && document === '');
  // The first to ask after a tab was left ends what stood there before, unless it is the same document still.
  const isNew = left ? !isSame : frameId === 0 && before !== undefined && !isSame;
  // Where Underline was off nothing stands yet when it is asked again, and what is met then was told before.
  const change = isSame && aliases === 0 ? before.change : all.change;
  const goesOn = isSame && before.change === change;
  const met = new Set([...(goesOn ? before.projects : []), ...projects]);
  // A page that changes all the time asks all the time.
  if (goesOn && !left && before.on === on && met.size === before.projects.length) return all;
  const told = { document, change, on, projects: [...met] };
  const tab = { left: false, frames: { ...(isNew ? {} : frames), [frameId]: told } };
  return { ...all, tabs: { ...all.tabs, [tabId]: tab } };
}

/** The library changed: what frames told before is told anew. */
export const withChange = (all: TabBadges): TabBadges => ({ ...all, change: all.change + 1 });

/** The tab loads something, perhaps another document. */
export function withLeft(all: TabBadges, tabId: number): TabBadges {
  const tab = all.tabs[tabId];
  return tab ? { ...all, tabs: { ...all.tabs, [tabId]: { ...tab, left: true } } } : all;
}

/** Without a tab that was closed. */
export function withoutTab(all: TabBadges, tabId: number): TabBadges {
  const { [tabId]: _, ...tabs } = all.tabs;
  return { ...all, tabs };
}

/** Whether Underline runs on the page of a tab, whatever the sites of the frames in it; true until that page asked. */
export const isOnIn = ({ tabs }: TabBadges, tabId: number): boolean => tabs[tabId]?.frames[0]?.on ?? true;

/** How many different kept projects stand in a tab. */
export const projectsIn = ({ tabs }: TabBadges, tabId: number): number =>
  new Set(Object.values(tabs[tabId]?.frames ?? {}).flatMap(({ on, projects }) => (on ? projects : []))).size;

/** As it fits on the icon; nothing where there is none. */
export const badgeText = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count));
