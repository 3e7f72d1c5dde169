import { failed, type Result } from './result.ts';
import { t } from './text.ts';

/** `damaged`, for the record under this key: what is lost to the user with it, and what to do next. */
export const damaged = (key: string): Result<never> =>
  failed(
    'damaged',
    t('lib.damaged.next', {
      what: t(`lib.damaged.${key.replace(/:.*/s, '')}`),
      recovery: t('recovery.open'),
    }),
  );
