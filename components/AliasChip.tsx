import { X } from 'lucide-react';
import type { Alias } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { shortAddress } from '../lib/mentions/addresses.ts';

/** An alias as written, an address shortened; with `onRemove` it carries a button that takes it away. */
export function AliasChip({ alias, onRemove }: { alias: Alias; onRemove?: () => void }) {
  const short = shortAddress(alias.text);
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-sm border border-line bg-sheet px-1.5 text-small">
      <bdi className="truncate" title={short === alias.text ? undefined : alias.text}>
        {short}
      </bdi>
      {alias.site !== null && (
        <span className="truncate text-soft">{t('alias.onSite', { site: alias.site })}</span>
      )}
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={t('alias.remove', { alias: short })}
          className="-me-1 grid size-6 place-items-center rounded-sm text-soft hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  );
}
