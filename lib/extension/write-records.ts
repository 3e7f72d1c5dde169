import { browser } from 'wxt/browser';
import { indexKey } from '../library/keys.ts';
import { done, failed, type Result } from '../library/result.ts';
import { t } from '../library/text.ts';
import { isSeen, keepTrackOf } from './index-store.ts';
import { packAll } from './packed.ts';
import { createSavedParts } from './saved-parts.ts';
import { pause } from './storage.ts';

/** As Chromium and Firefox say that a quota or a disk is full. */
const saysNoRoom = /quota|no.?space|space left|disk.?full|FILE_ERROR_NO_SPACE/i;

/** How long is waited before each further try, in milliseconds. */
const saveAgain = [100, 400];

const saved = createSavedParts(isSeen);
keepTrackOf(saved);

/**
 * Saves all of `set` in one atomic step, then removes `remove`. A removal that is lost leaves records that
 * nothing refers to. Only the writer may call this. Fails with `storage-failed`; then nothing was saved.
 */
export async function writeRecords(set: Record<string, unknown>, remove: string[]): Promise<Result<null>> {
  let reason = '';
  const { [indexKey]: index, ...others } = set;
  const split = index === undefined ? null : saved.write(index);
  const packed = { ...packAll(others), ...split?.set };
  const removed = [...remove, ...(split?.remove ?? [])];
  for (const wait of [0, ...saveAgain]) {
    if (wait > 0) await pause(wait);
    try {
      await browser.storage.local.set(packed);
    } catch (error) {
      reason = String(error);
      continue;
    }
    split?.written();
    if (removed.length > 0) await browser.storage.local.remove(removed).catch(() => undefined);
    return done(null);
  }
  return failed(
    'storage-failed',
    saysNoRoom.test(reason) ? t('lib.store.noRoom') : t('lib.store.unwritable'),
  );
}
