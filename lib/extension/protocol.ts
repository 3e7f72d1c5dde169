import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Answer, Envelope } from '../library/command.ts';
import type { Result } from '../library/result.ts';
import type { Status } from '../library/schema.ts';

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
  dwellMs: number;
  statuses: Record<string, AliasStatus>;
}

/** Every message between the parts of Underline. What arrives is `unknown` to its receiver until parsed. */
export interface Protocol {
  /** page → background: the statuses of these alias keys, and whether Underline is on here. */
  askStatuses(question: { site: string; aliases: string[] }): PageAnswer;
  /** page → background: a token that the card frame of this tab may claim once. */
  requestCard(): string;
  /** card → background: is this the token my own tab was given? Answers the tab's id. */
  claimCard(token: string): number | null;
  /** surface → writer: carry out a command; answers after it is saved. */
  run(envelope: Envelope): Result<Answer>;
  /** background → pages: these aliases changed. */
  statusesChanged(statuses: Record<string, AliasStatus>): void;
  /** background → pages: site switch, pause or ignored mentions changed; ask again. */
  askAgain(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
