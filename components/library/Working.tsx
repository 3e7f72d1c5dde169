import { t } from '../../lib/library/text.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import type { LongWork } from './use-long-work.ts';

/** Says what is under way and how far it is, with a way out; appears only after a moment, so that a quick one never flashes. `takesFocus`: what began it is gone. */
export function Working({ work, takesFocus = false }: { work: LongWork; takesFocus?: boolean }) {
  const { label, done, of } = work;
  return (
    <div className="flex animate-wait flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="flex min-w-40 flex-1 flex-col gap-1">
        <p role="status" className="text-soft">
          {work.cancelled ? t('common.cancelling') : label}
        </p>
        <progress
          aria-label={label}
          {...(of > 0 && { max: of, value: done })}
          className="h-1.5 w-full accent-accent"
        />
      </div>
      <Button ref={takesFocus ? focusOnAppear : null} aria-disabled={work.cancelled} onClick={work.cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
