import type { Command } from '../library/command.ts';
import { parseEnvelope } from '../library/parse-envelope.ts';
import { tellsWhatWasSeen, withoutPrivateSource } from '../library/private-source.ts';
import { RepairRequest } from '../library/repair.ts';
import { done, failed } from '../library/result.ts';
import { t } from '../library/text.ts';
import { onMessage } from './messages.ts';
import { isOwnPage, isPrivate } from './senders.ts';
import type { Writer } from './writer.ts';

/** These delete what no trash holds, or change many projects at once. */
const neverFramed = new Set<Command['type']>([
  'empty-trash',
  'undo-import',
  'set-statuses',
  'change-tags',
  'trash-projects',
  'restore-projects',
  'merge-projects',
  'undo-merge',
]);

/** Carries out the commands of our own pages; a content script may send none. */
export function answerSurfaces(writer: Writer): void {
  onMessage('run', ({ data, sender }) => {
    if (!isOwnPage(sender)) return failed('bad-command', t('lib.access.run'));
    if (!isPrivate(sender) && !sender.frameId) return writer.run(data);
    const envelope = parseEnvelope(data);
    if (!envelope.ok) return envelope;
    // Not from the card: a web page can embed that, and nothing that is done there is beyond taking back.
    if (sender.frameId && neverFramed.has(envelope.value.command.type))
      return failed('bad-command', t('lib.access.notFromCard'));
    if (!isPrivate(sender)) return writer.run(envelope.value);
    if (tellsWhatWasSeen(envelope.value.command)) return done({ id: null, skipped: 0 });
    return writer.run(withoutPrivateSource(envelope.value));
  });
  onMessage('cancelRun', ({ data, sender }) => {
    if (!isOwnPage(sender) || sender.frameId || typeof data !== 'string') return false;
    writer.cancel(data);
    return true;
  });
  onMessage('askHealth', ({ sender }) => (isOwnPage(sender) ? writer.health() : null));
  onMessage('checkLibrary', ({ sender }) => (isOwnPage(sender) ? writer.checkAll() : null));
  onMessage('backUp', ({ sender }) =>
    isOwnPage(sender) && !sender.frameId ? writer.backUp() : failed('bad-command', t('lib.access.backUp')),
  );
  onMessage('repairLibrary', ({ data, sender }) => {
    const request = RepairRequest.safeParse(data);
    // Not from the card: a web page can embed that, and nothing that is done there is beyond taking back.
    if (!isOwnPage(sender) || sender.frameId || !request.success)
      return failed('bad-command', t('lib.access.repair'));
    return writer.repair(request.data);
  });
}
