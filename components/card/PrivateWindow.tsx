import { t } from '../../lib/library/text.ts';
/** In a private window: says whether the note that is being written keeps its page, and lets the user decide. */
export function PrivateWindow({ keeps, onKeep }: { keeps: boolean; onKeep: (keeps: boolean) => void }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-2 px-1.5 pt-1.5 pb-1 text-small text-soft">
      <p role="status">{t(keeps ? 'card.privateKept' : 'card.privateNotKept')}</p>
      <button
        type="button"
        onClick={() => onKeep(!keeps)}
        className="rounded-sm underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
      >
        {t(keeps ? 'card.privateDrop' : 'card.privateKeep')}
      </button>
    </div>
  );
}
