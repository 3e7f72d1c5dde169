import type { PageAnswer } from '../library/alias-status.ts';
import { aliasStatuses, aliasTableOf } from '../library/alias-statuses.ts';
import { parsePageQuestion } from '../library/page-question.ts';
import type { Index } from '../library/schema.ts';
import type { AliasTable } from '../mentions/resolve.ts';
import { createAskBudget } from './ask-budget.ts';
import { createCardTokens } from './card-tokens.ts';
import { maySeeWeak } from './may-see-weak.ts';
import { onMessage } from './messages.ts';
import type { CardPlace } from './protocol.ts';
import { documentOf, isPageScript, isPrivate, standsOn } from './senders.ts';
import type { Writer } from './writer.ts';

const noAliases: AliasTable = new Map();

/** Answers what content scripts and card frames ask. */
export function answerPages(writer: Writer): void {
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
    return {
      on: !settings.paused && !settings.sitesOff.includes(site),
      weak: maySeeWeak(settings, sender, site),
      dwellMs: settings.dwellMs,
      statuses: {
        ...aliasStatuses(index, table.aliases, settings, site, [...allowed]),
        // As if nobody knew them.
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
