import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Note } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { daysLeft, type Trashed, trashDays } from '../../lib/library/trash.ts';
import { reportDamage } from '../../lib/state/health.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { readStoredNote } from '../../lib/state/stored-note.ts';
import { Button } from '../Button.tsx';
import { kindIcons } from '../NoteKindPicker.tsx';
import { Phrase } from '../Phrase.tsx';
import { RelativeDate } from '../relative-date.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';

/** What a row brings back: a note needs its project. */
export interface Restorable {
  name: string;
  projectId: string | null;
  noteId: string | null;
}

const shortest = (body: string): string => {
  const line = body.trim().split('\n', 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line;
};

/** How long it stays yet. */
function Stays({ since }: { since: string }) {
  const left = daysLeft(since, new Date().toISOString());
  return (
    <span className="whitespace-nowrap large:whitespace-normal">
      {left > trashDays
        ? t('trash.leftLong', { count: trashDays })
        : left === 0
          ? t('trash.leavesSoon')
          : t('trash.left', { count: left })}
    </span>
  );
}

function Row(props: {
  item: Trashed;
  tabIndex: 0 | -1;
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  restores: Restorable | null;
  onRestore: (restores: Restorable, button: HTMLElement) => void;
}) {
  const { item, restores } = props;
  return (
    <div className="flex items-start justify-end gap-x-2 rounded-md px-2 py-1.5 large:flex-wrap">
      <span className="mt-0.5 shrink-0">{props.icon}</span>
      <div className="min-w-0 grow large:basis-20">
        {props.title}
        <p className="flex flex-wrap gap-x-1.5 text-small text-soft [&>*+*]:before:me-1.5 [&>*+*]:before:content-['·']">
          {props.detail}
          <span>
            <Phrase of="trash.deleted" date={<RelativeDate instant={item.since} />} />
          </span>
          <Stays since={item.since} />
        </p>
      </div>
      <Button
        look="accent"
        data-row={`${item.type}/${item.id}`}
        tabIndex={props.tabIndex}
        // Still a stop of the list's keys.
        aria-disabled={restores === null}
        aria-label={
          restores === null ? t('trash.notRestorable') : t('trash.restoreOf', { name: restores.name })
        }
        onClick={({ currentTarget }) => restores && props.onRestore(restores, currentTarget)}
      >
        {t('trash.restore')}
      </Button>
    </div>
  );
}

type RowProps = Pick<Parameters<typeof Row>[0], 'item' | 'tabIndex' | 'onRestore'>;

function ProjectRow(props: RowProps) {
  const { id } = props.item;
  const entry = useLibrary((library) => library.index.projects[id]);
  if (!entry) return null;
  return (
    <Row
      {...props}
      icon={<StatusGlyph status={entry.status} labelled />}
      title={<p className="truncate font-medium">{entry.name}</p>}
      detail={entry.notes > 0 && <span>{t('common.notes', { count: entry.notes })}</span>}
      restores={{ name: entry.name, projectId: id, noteId: null }}
    />
  );
}

function NoteRow(props: RowProps) {
  const { id } = props.item;
  // Undefined while it is read, null where it can not be.
  const [note, setNote] = useState<Note | null>();
  const project = useLibrary((library) => note && library.index.projects[note.projectId]);
  useEffect(() => {
    let wanted = true;
    void readStoredNote(id).then((read) => {
      if (!wanted) return;
      setNote(read.ok ? read.value : null);
      if (!read.ok && read.error.code === 'damaged') reportDamage();
    });
    return () => {
      wanted = false;
    };
  }, [id]);
  const Icon = note === null ? TriangleAlert : kindIcons[note?.kind.type ?? 'note'];
  const withProject = project && project.trashedAt !== null;
  return (
    <Row
      {...props}
      icon={<Icon aria-hidden="true" className="size-4 text-soft" strokeWidth={1.75} />}
      title={
        <p dir="auto" className="line-clamp-2 min-h-5 wrap-anywhere">
          {note === null ? t('trash.damaged') : note?.body}
        </p>
      }
      detail={
        project && (
          <span className="truncate">
            {withProject ? t('trash.tooInTrash', { project: project.name }) : project.name}
          </span>
        )
      }
      restores={
        note && project
          ? {
              name: withProject
                ? t('trash.noteAnd', { note: shortest(note.body), project: project.name })
                : t('trash.note', { note: shortest(note.body) }),
              projectId: withProject ? note.projectId : null,
              noteId: id,
            }
          : null
      }
    />
  );
}

/** Something in the trash, and the way back. */
export const TrashRow = (props: RowProps) =>
  props.item.type === 'project' ? <ProjectRow {...props} /> : <NoteRow {...props} />;
