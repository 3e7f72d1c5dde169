import { EyeOff } from 'lucide-react';
import { t } from '../../lib/library/text.ts';

/** Lies over a card that something on the page covers, fades or scales. It can only say so: it takes no input. */
export function Covered() {
  return (
    <div
      role="alert"
      className="fixed inset-0 z-10 flex flex-col items-center justify-center gap-2 bg-paper px-8 text-center"
    >
      <EyeOff aria-hidden="true" className="size-5 text-soft" strokeWidth={1.75} />
      <p className="text-lead font-semibold text-balance">{t('card.covered')}</p>
      <p className="text-soft text-pretty">{t('card.coveredWhat')}</p>
    </div>
  );
}
