import { type Backup, listBackups, openBackup as openById } from '../extension/backups.ts';
import { sendMessage } from '../extension/messages.ts';
import { failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';
import { refreshHealth } from './health.ts';

export type { Backup };

/** All backups, the newest first; null if the browser can not say. */
export const readBackups = (): Promise<Backup[] | null> => listBackups();

/** A backup as the text of an export file. Fails with `damaged` if it is not what was written. */
export const openBackup = ({ id }: Backup): Promise<Result<string>> => openById(id);

/** Makes a backup now, and says whether that worked. */
export async function backUpNow(): Promise<Result<unknown>> {
  const outcome = await sendMessage('backUp');
  void refreshHealth();
  return outcome && 'answer' in outcome ? outcome.answer : unanswered();
}

const unanswered = () => failed('unreachable', t('lib.answer.backUp'));
