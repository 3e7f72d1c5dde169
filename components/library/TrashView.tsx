import { Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../lib/library/text.ts';
import { type Trashed, trashDays, trashIn } from '../../lib/library/trash.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { useToasts } from '../Toasts.tsx';
import { EmptyTrash } from './EmptyTrash.tsx';
import { LastImport } from './LastImport.tsx';
import { LastMerge } from './LastMerge.tsx';
import { LongList } from './LongList.tsx';
import { rowKeys } from './row-keys.ts';
import { type Restorable, TrashRow } from './TrashRow.tsx';
import { useCommand } from './use-command.ts';
import { ViewBar } from './ViewBar.tsx';

const keyOf = ({ type, id }: Trashed): string => `${type}/${id}`;

/** What was deleted in the last 30 days, the way back for each, and the last import's. */
export function TrashView() {
  const index = useLibrary((library) => library.index);
  const items = useMemo(() => trashIn(index), [index]);
  /** What the user was asked about: what comes later stays. */
  const [asked, setAsked] = useState<Trashed[] | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const empty = useRef<HTMLButtonElement>(null);
  const { run } = useCommand();
  const toasts = useToasts();

  const restore = async ({ name, projectId, noteId }: Restorable, button: HTMLElement) => {
    // The button goes with its row: the focus goes on to the next, or the one before.
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.indexOf(button);
    (rows[at + 1] ?? rows[at - 1] ?? title.current)?.focus();
    if (projectId !== null && !(await run({ type: 'restore-project', id: projectId })).ok) return;
    if (noteId !== null && !(await run({ type: 'restore-note', id: noteId })).ok) return;
    toasts.say(t('trash.isBack', { name }));
  };
  const keep = () => {
    setAsked(null);
    // After it can take the focus again.
    setTimeout(() => empty.current?.focus());
  };
  const deleteForEver = async (of: Trashed[]) => {
    title.current?.focus();
    setAsked(null);
    const result = await run({ type: 'empty-trash', until: of[0]?.since ?? '', ids: of.map(({ id }) => id) });
    if (result.ok) toasts.say(t('trash.gone'));
  };
  const countsOf = (of: Trashed[]) => {
    const projects = of.filter(({ type }) => type === 'project');
    const within = projects.reduce((sum, { id }) => sum + (index.projects[id]?.notes ?? 0), 0);
    return { projects: projects.length, within, notes: of.length - projects.length };
  };

  return (
    <>
      <ViewBar title={t('trash.title')} titleRef={title}>
        {items.length > 0 && (
          <Button ref={empty} look="quiet" disabled={asked !== null} onClick={() => setAsked(items)}>
            {t('trash.empty')}
          </Button>
        )}
      </ViewBar>
      <div data-scroller="" className="min-h-0 grow overflow-y-auto px-2 pb-4">
        <div className="pt-1">
          {asked && (
            <EmptyTrash counts={countsOf(asked)} onEmpty={() => void deleteForEver(asked)} onKeep={keep} />
          )}
          {items.length === 0 ? (
            <Empty icon={Trash2} title={t('trash.isEmpty')}>
              {t('trash.staysMind', { count: trashDays })}
            </Empty>
          ) : (
            <>
              <p className="px-2 pb-2 text-soft text-pretty">{t('trash.staysBack', { count: trashDays })}</p>
              <LongList
                label={t('trash.list')}
                onKeyDown={rowKeys}
                rem={3.25}
                items={items}
                keyOf={keyOf}
                row={(item, tabIndex) => (
                  <TrashRow
                    item={item}
                    tabIndex={tabIndex}
                    onRestore={(restores, button) => void restore(restores, button)}
                  />
                )}
              />
            </>
          )}
          <div className="px-2">
            <LastMerge onUndone={() => title.current?.focus()} />
            <LastImport />
          </div>
        </div>
      </div>
    </>
  );
}
