import { Merge, Tag, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Command } from '../../lib/library/command.ts';
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
import { useLongCommand } from './use-long-command.ts';
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
  const runLong = useLongCommand();
  const toasts = useToasts();
  const [tagging, setTagging] = useState(false);
  const [busy, setBusy] = useState(false);
  // One that was deleted elsewhere, or that the list shows no more, is not acted upon unseen.
  const ids = useMemo(() => order.filter((id) => chosen.has(id)), [order, chosen]);
  const count = ids.length;
  // Not while the list is empty for a moment, as before it is read.
  const isGone = count === 0 && chosen.size > 0 && order.length > 0;
  useEffect(() => {
    if (isGone) clearChosen();
  }, [isGone]);
  // A dialog that goes with what it was about says nothing of it.
  useEffect(() => {
    if (count === 0) setTagging(false);
  }, [count]);

  const others = () => order.filter((id) => !chosen.has(id));
  /** The bar goes with what was chosen: the focus goes on to a row that stays. */
  const leave = (staying: readonly string[]) => {
    const stay = new Set(staying);
    const from = Math.max(0, order.indexOf(ids.at(-1) ?? ''));
    const next = order.slice(from).find((id) => stay.has(id)) ?? staying.at(-1);
    const rowAt = (id: string | null | undefined) =>
      id ? document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) : null;
    const last = lastRow.current !== null && stay.has(lastRow.current) ? lastRow.current : next;
    const row =
      rowAt(last) ?? rowAt(next) ?? document.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    row?.focus();
    clearChosen();
  };
  /** Carries out one at a time, and goes on to a row of `staying` once it is done; null: what is chosen stays so. */
  const change = async (
    command: Command,
    done: string,
    reverse: Command,
    staying: () => readonly string[] | null,
  ) => {
    if (busy) return;
    if (count > mostAtOnce) {
      toasts.fail({ code: 'over-limit', message: t('bulk.tooMany', { most: mostAtOnce }) });
      return;
    }
    setBusy(true);
    const changed = await runLong(command, { doing: t('bulk.working', { count }), done }, reverse);
    setBusy(false);
    const now = useSelection.getState().chosen;
    // Somebody who went on meanwhile keeps what they chose since, and is not led away from there.
    if (!changed.ok || (now !== chosen && now.size > 0)) return;
    const rows = staying();
    if (!rows) return;
    const { activeElement: active, body } = document;
    if (active === null || active === body || active.closest('[data-bulk]')) leave(rows);
    else clearChosen();
  };
  const setStatus = (status: Status | null) =>
    change(
      { type: 'set-statuses', statuses: ids.map((id) => ({ id, status })) },
      t('bulk.statusSet', { count, status: statusName(status ?? 'none') }),
      { type: 'set-statuses', statuses: ids.map((id) => ({ id, status: projects[id]?.status ?? null })) },
      () => (props.shows(status) ? order : others()),
    );
  const trash = () =>
    change(
      { type: 'trash-projects', ids },
      t('bulk.trashed', { count }),
      { type: 'restore-projects', ids },
      others,
    );
  const setTag = (tag: string) => {
    const { removes, changes, reverse } = toggleTag(projects, ids, tag);
    return change(
      { type: 'change-tags', changes },
      t(removes ? 'bulk.untagged' : 'bulk.tagged', { count: changes.length, tag }),
      { type: 'change-tags', changes: reverse },
      // The selection stays where it can: another tag may follow.
      () => (removes && !props.showsWithout(tagKey(tag)) ? others() : null),
    );
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
          aria-busy={busy}
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
            aria-disabled={busy}
            onClick={() => !busy && setTagging(true)}
          />
          {count === 2 && <IconButton icon={Merge} label={t('bulk.merge')} onClick={merge} />}
          <IconButton icon={Trash2} label={t('bulk.trash')} onClick={() => void trash()} />
        </div>
      )}
      {count > 0 && tagging && (
        <BulkTags ids={ids} onPick={(tag) => void setTag(tag)} onClose={() => setTagging(false)} />
      )}
    </>
  );
}
