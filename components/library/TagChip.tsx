import { X } from 'lucide-react';
import { t } from '../../lib/library/text.ts';

/** A tag as written; with `onRemove` it carries a button that takes it away. */
export function TagChip({ tag, onRemove }: { tag: string; onRemove?: () => void }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-full border border-line bg-sheet px-1.5 text-small">
      <bdi className="truncate">{tag}</bdi>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={t('tag.remove', { tag })}
          className="-me-1 grid size-6 place-items-center rounded-full text-soft hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  );
}
