import type { AliasStatus, PageSettings } from '../library/alias-status.ts';
import type { RunSpan } from '../library/runs-question.ts';
import type { PageMention } from './page-mention.ts';
import type { Scanner } from './scanner.ts';

/** What painting is told of the page. */
export interface FoundPage {
  scanner: Scanner;
  site: string;
  statusOf(mention: PageMention): AliasStatus | undefined;
  isPainted(mention: PageMention): boolean;
  /** Whether what only the library tells is painted too. */
  isWide(): boolean;
  /** The keys of all aliases on the page. */
  aliases(): string[];
  /** What the user set, as of the last answer. */
  settings(): PageSettings;
  cardUrl: string;
  requestToken(): Promise<string | null>;
  findNames(runs: string[]): Promise<RunSpan[][] | null>;
}
