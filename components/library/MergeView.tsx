import { SearchX } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MergeChoice } from '../../lib/library/merge.ts';
import type { Result } from '../../lib/library/result.ts';
import type { StoredProject } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { reportDamage } from '../../lib/state/health.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { clearChosen } from '../../lib/state/selection.ts';
import { readStoredProjects } from '../../lib/state/stored-projects.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { ProjectPicker } from '../ProjectPicker.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { useToasts } from '../Toasts.tsx';
import { MergePreview } from './MergePreview.tsx';
import { useCommand } from './use-command.ts';
import { useUndoMerge } from './use-undo-merge.ts';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

/** Which other project it is. */
function PickOther({ into }: { into: string }) {
  const { back, replace } = useView();
  const index = useLibrary((library) => library.index);
  const others = useMemo(() => {
    const { [into]: _, ...projects } = index.projects;
    return { ...index, projects };
  }, [index, into]);
  return (
    <div className="flex min-h-0 grow flex-col gap-2 overflow-y-auto px-4 py-2">
      <p className="text-soft text-pretty">{t('merge.pickHint')}</p>
      <ProjectPicker
        takesFocus
        index={others}
        label={t('merge.pick', { name: index.projects[into]?.name ?? '' })}
        onPick={(from) => replace({ name: 'merge', into, from })}
        onCancel={back}
      />
    </div>
  );
}

/** What the merged project will be, from both as they are stored now. */
function Pair({ from, into }: { from: string; into: string }) {
  const { back } = useView();
  const { run } = useCommand();
  const toasts = useToasts();
  const undo = useUndoMerge();
  const projects = useLibrary((library) => library.index.projects);
  const [entryFrom, entryInto] = [projects[from], projects[into]];
  const [read, setRead] = useState<Result<StoredProject[]> | null>(null);
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever one of them is saved
  useEffect(() => {
    let wanted = true;
    void readStoredProjects([into, from]).then((both) => {
      if (!wanted) return;
      setRead(both);
      if (!both.ok && both.error.code === 'damaged') reportDamage();
    });
    return () => {
      wanted = false;
    };
  }, [from, into, entryFrom, entryInto, turn]);

  const merge = async (choice: MergeChoice) => {
    const op = crypto.randomUUID();
    setBusy(true);
    const merged = await run({ type: 'merge-projects', from, into, choice }, op);
    setBusy(false);
    if (!merged.ok) return;
    const names = { from: entryFrom?.name ?? '', into: entryInto?.name ?? '' };
    toasts.offerUndo(t('merge.done', names), () => void undo(op));
    clearChosen();
    // Somebody who went on is not led away from there.
    if (here.current) back();
  };

  // Its own going to the trash is no surprise.
  if (!busy && (!entryFrom || !entryInto || entryFrom.trashedAt !== null || entryInto.trashedAt !== null))
    return (
      <Empty
        icon={SearchX}
        title={t('merge.gone')}
        action={<Button onClick={back}>{t('common.back')}</Button>}
      >
        {t('merge.goneHint')}
      </Empty>
    );
  if (read === null) return <Skeleton label={t('merge.reading')} />;
  if (!read.ok)
    return (
      <Failed
        failure={read.error}
        action={<Button onClick={() => setTurn(turn + 1)}>{t('common.tryAgain')}</Button>}
      />
    );
  const [intoNow, fromNow] = read.value;
  if (!intoNow || !fromNow) return null;
  return (
    <MergePreview
      from={fromNow}
      into={intoNow}
      notes={{ from: entryFrom?.notes ?? 0, into: entryInto?.notes ?? 0 }}
      busy={busy}
      onMerge={(choice) => void merge(choice)}
      onCancel={back}
    />
  );
}

/** Two projects become one: which, what of each stays, and what comes of it, before anything changes. */
export function MergeView({ from, into }: { from: string | null; into: string }) {
  return (
    <>
      <ViewBar title={t('merge.title')} takesFocus={from !== null} />
      {from === null ? <PickOther into={into} /> : <Pair from={from} into={into} />}
    </>
  );
}
