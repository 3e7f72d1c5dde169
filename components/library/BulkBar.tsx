import { Merge, Tag, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { mostAtOnce } from '../../lib/library/limits.ts';
import { type Status, statuses } from '../../lib/library/schema.ts';
import { tagKey, toggleTag } from '../../lib/library/tags.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { clearChosen, useSelection } from '../../lib/state/selection.ts';
import { Button, IconButton } from '../Button.tsx';
import { StatusGlyph, statusName } from '../StatusGlyph.tsx';
import { useToasts } from '../Toasts.tsx';
import { BulkTags } from './BulkTags.tsx';
import { useCommand } from './use-command.ts';
import { useView } from './view.tsx';

/** What can be done to the chosen projects of a list, below it; nothing while none are. */
export function BulkBar(props: {
  /** The ids of all rows of the list. */
  order: readonly string[];
  /** Whether the list still shows projects once they have this status. */
  shows: (status: Status | null) => boolean;
  /** Whether it still shows them once they have lost this tag, by `tagKey`. */
  showsWithout: (tag: string) => boolean;
}) {
  const { order } = props;
  const chosen = useSelection((selection) => selection.chosen);
  const projects = useLibrary((library) => library.index.projects);
  const { open, lastRow } = useView();
  const { runWithUndo } = useCommand();
  const toasts = useToasts();
  const [tagging, setTagging] = useState(false);
  // One that was deleted elsewhere, or that the list shows no more, is not acted upon unseen.
  const ids = useMemo(() => order.filter((id) => chosen.has(id)), [order, chosen]);
  const count = ids.length;
  // Not while the list is empty for a moment, as before it is read.
  const isGone = count === 0 && chosen.size > 0 && order.length > 0;
  useEffect(() => {
    if (isGone) clearChosen();
  }, [isGone]);

  const others = () => order.filter((id) => !ids.includes(id));
  /** The bar goes with what was chosen: the focus goes on to a row that stays. */
  const leave = (staying: readonly string[]) => {
    const from = Math.max(0, order.indexOf(ids.at(-1) ?? ''));
    const next = order.slice(from).find((id) => staying.includes(id)) ?? staying.at(-1);
    const rowAt = (id: string | null | undefined) =>
      id ? document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) : null;
    const last = lastRow.current !== null && staying.includes(lastRow.current) ? lastRow.current : next;
    const row =
      rowAt(last) ?? rowAt(next) ?? document.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    row?.focus();
    clearChosen();
  };
  const isTooMany = () => {
    if (count > mostAtOnce)
      toasts.fail({ code: 'over-limit', message: t('bulk.tooMany', { most: mostAtOnce }) });
    return count > mostAtOnce;
  };
  const setStatus = async (status: Status | null) => {
    if (isTooMany()) return;
    const set = await runWithUndo(
      { type: 'set-statuses', statuses: ids.map((id) => ({ id, status })) },
      t('bulk.statusSet', { count, status: statusName(status ?? 'none') }),
      { type: 'set-statuses', statuses: ids.map((id) => ({ id, status: projects[id]?.status ?? null })) },
    );
    if (set.ok) leave(props.shows(status) ? order : others());
  };
  const trash = async () => {
    if (isTooMany()) return;
    const trashed = await runWithUndo({ type: 'trash-projects', ids }, t('bulk.trashed', { count }), {
      type: 'restore-projects',
      ids,
    });
    if (trashed.ok) leave(others());
  };
  const setTag = async (tag: string) => {
    if (isTooMany()) return;
    const { removes, changes, reverse } = toggleTag(projects, ids, tag);
    const said = t(removes ? 'bulk.untagged' : 'bulk.tagged', { count: changes.length, tag });
    const set = await runWithUndo({ type: 'change-tags', changes }, said, {
      type: 'change-tags',
      changes: reverse,
    });
    // The selection stays where it can: another tag may follow.
    if (set.ok && removes && !props.showsWithout(tagKey(tag))) leave(others());
  };
  const merge = () => {
    // The one with more in it stays.
    const [into, from] = ids.toSorted((a, b) => (projects[b]?.notes ?? 0) - (projects[a]?.notes ?? 0));
    if (into && from) open({ name: 'merge', into, from });
  };

  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 ? t('bulk.chosen', { count }) : ''}
      </p>
      {count > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
        <div
          role="group"
          aria-label={t('bulk.bar')}
          data-bulk=""
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            leave(order);
          }}
          className="sticky bottom-1 z-2 mx-auto mt-2 flex w-fit max-w-full animate-appear flex-wrap items-center rounded-lg border border-line bg-sheet p-1 shadow-float"
        >
          <IconButton icon={X} label={t('bulk.clear')} onClick={() => leave(order)} />
          <span aria-hidden="true" className="pe-2 font-medium whitespace-nowrap">
            {t('bulk.chosen', { count })}
          </span>
          {[...statuses, null].map((status) => {
            const label = t('bulk.setStatus', { status: statusName(status ?? 'none') });
            return (
              <Button
                key={status ?? 'none'}
                look="quiet"
                aria-label={label}
                title={label}
                onClick={() => void setStatus(status)}
                className="size-7 px-0"
              >
                <StatusGlyph status={status} />
              </Button>
            );
          })}
          <IconButton
            icon={Tag}
            label={t('bulk.tags')}
            aria-haspopup="dialog"
            onClick={() => setTagging(true)}
          />
          {count === 2 && (
            <Button look="quiet" onClick={merge} className="px-1.5">
              <Merge aria-hidden="true" className="size-4" strokeWidth={1.75} />
              {t('bulk.merge')}
            </Button>
          )}
          <IconButton icon={Trash2} label={t('bulk.trash')} onClick={() => void trash()} />
        </div>
      )}
      {count > 0 && tagging && (
        <BulkTags ids={ids} onPick={(tag) => void setTag(tag)} onClose={() => setTagging(false)} />
      )}
    </>
  );
}
