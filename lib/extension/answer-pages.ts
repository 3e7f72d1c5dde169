import type { PageAnswer } from '../library/alias-status.ts';
import { aliasStatuses, aliasTableOf } from '../library/alias-statuses.ts';
import { parsePageQuestion } from '../library/page-question.ts';
import type { Index } from '../library/schema.ts';
import type { AliasTable } from '../mentions/resolve.ts';
import { createCardTokens } from './card-tokens.ts';
import { onMessage } from './protocol.ts';
import type { Writer } from './writer.ts';

/** Answers what content scripts and card frames ask. */
export function answerPages(writer: Writer): void {
  const tokens = createCardTokens();
  let table: { of: Index; aliases: AliasTable } | null = null;

  onMessage('askStatuses', async ({ data }): Promise<PageAnswer | null> => {
    const question = parsePageQuestion(data);
    const base = await writer.base();
    if (!question || !base.ok) return null;
    const { index, settings } = base.value;
    const { site, aliases } = question;
    if (table?.of !== index) table = { of: index, aliases: aliasTableOf(index) };
    return {
      on: !settings.paused && !settings.sitesOff.includes(site),
      dwellMs: settings.dwellMs,
      statuses: aliasStatuses(index, table.aliases, settings, site, aliases),
    };
  });
  onMessage('requestCard', ({ sender }) => (sender.tab?.id === undefined ? '' : tokens.give(sender.tab.id)));
  onMessage('claimCard', ({ data, sender }) =>
    typeof data === 'string' ? tokens.claim(data, sender) : null,
  );
}
