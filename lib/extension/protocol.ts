import type { PageAnswer } from '../library/alias-status.ts';
import type { Answer } from '../library/answer.ts';
import type { Envelope } from '../library/command.ts';
import type { Health } from '../library/health.ts';
import type { PageQuestion } from '../library/page-question.ts';
import type { RepairRequest } from '../library/repair.ts';
import type { Result } from '../library/result.ts';
import type { RunSpan, RunsQuestion } from '../library/runs-question.ts';
import type { NamedProject, PageWords } from '../mentions/find-named.ts';

/** Where a card stands. */
export interface CardPlace {
  tabId: number;
  /** In a private window, of which nothing is kept unless the user asks. */
  private: boolean;
}

/** Every message between the parts of Underline. What arrives is `unknown` to its receiver until parsed. */
export interface Protocol {
  /** page → background: the statuses of these alias keys, and whether Underline is on here. */
  askStatuses(question: PageQuestion): PageAnswer | null;
  /**
   * page → background: where names, domains and addresses of the library stand in these texts. Null where the user did
   * not allow that this page notices.
   */
  findInRuns(question: RunsQuestion): RunSpan[][] | null;
  /** page → background: a token that the card frame of this tab may claim once. */
  requestCard(): string;
  /** card → background: is this the token my own tab was given? Answers which tab that is. */
  claimCard(token: string): CardPlace | null;
  /** surface → background: the projects that stand in these words by name, domain or address. Null to anybody else. */
  findNamed(words: PageWords): NamedProject[] | null;
  /** surface → background: those of the words that an English dictionary has. Null to anybody else. */
  everydayWords(words: string[]): string[] | null;
  /** surface → writer: carry out a command; answers after it is saved. */
  run(envelope: Envelope): Result<Answer>;
  /** surface → writer: end the command or repair with this operation id, unless it is saved by then. */
  cancelRun(op: string): boolean;
  /** surface → background: how the library is. Null to anybody else. */
  askHealth(): Health | null;
  /** surface → background: compare all records with the manifest, then as `askHealth`. */
  checkLibrary(): Health | null;
  /** options → writer: make a backup now. */
  backUp(): Result<Health>;
  /** options → writer: make one whole library of the two copies, if that is still what was agreed to. */
  repairLibrary(request: RepairRequest): Result<Health>;
}
