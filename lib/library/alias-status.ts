import type { Status } from './schema.ts';

/** All that a content script may learn of an alias. */
export interface AliasStatus {
  known: boolean;
  status: Status | null;
  /** Notes of the project, not in the trash. */
  notes: number;
  /** The user asked for no card here. */
  ignored: boolean;
}

/** What a page's frame is told when it asks. */
export interface PageAnswer {
  /** False: Underline is off for this site, or paused. */
  on: boolean;
  /** Weak mentions of kept projects may be painted here: the user allowed it for this site. */
  weak: boolean;
  dwellMs: number;
  statuses: Record<string, AliasStatus>;
}
