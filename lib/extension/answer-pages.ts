import type { PageAnswer } from '../library/alias-status.ts';
import { aliasStatuses, aliasTableOf } from '../library/alias-statuses.ts';
import { parsePageQuestion } from '../library/page-question.ts';
import type { Index } from '../library/schema.ts';
import { isOn } from '../library/site-state.ts';
import { kindOf } from '../mentions/alias.ts';
import { type AliasTable, resolve } from '../mentions/resolve.ts';
import { createAskBudget } from './ask-budget.ts';
import { createCardTokens } from './card-tokens.ts';
import { maySeeWeak } from './may-see-weak.ts';
import { onMessage } from './messages.ts';
import type { CardPlace } from './protocol.ts';
import { documentOf, isPageScript, isPrivate, type Sender, standsOn } from './senders.ts';
import type { Writer } from './writer.ts';

const noAliases: AliasTable = new Map();

/**
 * What a document asked for: what it met first since it asked last; after a change of the library or the settings, all that
 * stands on it.
 */
export interface Asked {
  sender: Sender;
  /** Whether Underline runs on its site. */
  on: boolean;
  /** Ids of the kept projects that these aliases mean there, without what the user ignores there or does not look for. */
  projects: ReadonlySet<string>;
  /** How many aliases it asked for. */
  aliases: number;
}

/** Answers what content scripts and card frames ask. `onAsked` hears of every question about aliases, once it is answered. */
export function answerPages(writer: Writer, onAsked: (asked: Asked) => void = () => {}): void {
  const tokens = createCardTokens();
  const budget = createAskBudget();
  let table: { of: Index; aliases: AliasTable } | null = null;

  onMessage('askStatuses', async ({ data, sender }): Promise<PageAnswer | null> => {
    const question = isPageScript(sender) ? parsePageQuestion(data) : null;
    if (!question || !standsOn(sender, question.site)) return null;
    const base = await writer.base();
    if (!base.ok) return null;
    const { index, settings } = base.value;
    const { site, aliases } = question;
    if (table?.of !== index) table = { of: index, aliases: aliasTableOf(index) };
    const allowed = budget.allow(documentOf(sender), aliases);
    const beyond = aliases.filter((key) => !allowed.has(key));
    const statuses = aliasStatuses(index, table.aliases, settings, site, [...allowed]);
    const on = isOn(settings, site);
    const { dwellMs, kinds, tint, markers, modifier } = settings;
    const isCounted = (key: string) => kinds[kindOf(key)] && statuses[key]?.known && !statuses[key].ignored;
    const known = [...allowed].filter(isCounted);
    const projects = new Set(known.flatMap((key) => resolve(table?.aliases ?? noAliases, key, site)));
    onAsked({ sender, on, projects, aliases: aliases.length });
    return {
      on,
      weak: maySeeWeak(settings, sender, site),
      ...{ dwellMs, kinds, tint, markers, modifier },
      // The others as if nobody knew them.
      statuses: {
        ...statuses,
        ...aliasStatuses(index, noAliases, { ...settings, ignored: [] }, site, beyond),
      },
    };
  });
  onMessage('requestCard', ({ sender }) => tokens.give(sender) ?? '');
  onMessage('claimCard', ({ data, sender }): CardPlace | null => {
    const tabId = typeof data === 'string' ? tokens.claim(data, sender) : null;
    return tabId === null ? null : { tabId, private: isPrivate(sender) };
  });
}
