import type { Settings, Status } from './schema.ts';

/** All that a content script may learn of an alias. */
export interface AliasStatus {
  known: boolean;
  status: Status | null;
  /** Notes of the project, not in the trash. */
  notes: number;
  /** The user asked for no card here. */
  ignored: boolean;
}

/** What of the user's settings a page goes by: how it is painted, never what they keep. */
export type PageSettings = Pick<Settings, 'dwellMs' | 'kinds' | 'tint' | 'markers' | 'modifier'>;

/** What a page's frame is told when it asks. */
export interface PageAnswer extends PageSettings {
  /** False: Underline is off for this site, or paused. */
  on: boolean;
  /** Weak mentions of kept projects may be painted here: the user allowed it for this site. */
  weak: boolean;
  statuses: Record<string, AliasStatus>;
}
