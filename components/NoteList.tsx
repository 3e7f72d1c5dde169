import { ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { Note, NoteKind } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { useLibrary } from '../lib/state/library.ts';
import { IconButton } from './Button.tsx';
import { EarlierWordings } from './EarlierWordings.tsx';
import { focusOnAppear } from './focus-on-appear.ts';
import { Link } from './Link.tsx';
import { NoteComposer, type SaveNote } from './NoteComposer.tsx';
import { noteIcon, noteKindName } from './NoteKindPicker.tsx';
import { RelativeDate } from './relative-date.tsx';
import { useToasts } from './Toasts.tsx';
import { Unsaved } from './Unsaved.tsx';

/** Where a note was taken, as a link that tells the page nothing about where it was followed from. */
export function SourceLink({ source }: { source: NonNullable<Note['source']> }) {
  const host = URL.canParse(source.url) ? new URL(source.url).host.replace(/^www\./, '') : source.url;
  return (
    <Link
      to={source.url}
      title={source.title}
      className="inline-flex min-w-0 max-w-full items-center gap-1 text-soft underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
    >
      <span className="truncate">
        {source.author ? t('note.authorOn', { author: source.author, host }) : host}
      </span>
      <ExternalLink aria-hidden="true" className="size-3 shrink-0" />
    </Link>
  );
}

// An open question waits for you; a contradiction warns; the rest is quiet. The words say it too.
const toneOf = (kind: NoteKind) => {
  if (kind.type === 'question') return kind.answer === 'answered' ? 'text-convinced' : 'text-researching';
  if (kind.type === 'evidence') return kind.bearing === 'supports' ? 'text-convinced' : 'text-danger';
  return 'text-soft';
};

/** One dated entry. `lead` stands before its date, for example the project's name in a list across projects. */
export function NoteEntry(props: {
  note: Note;
  lead?: ReactNode;
  onEdit?: SaveNote;
  /** Keeps what is typed while it is edited. */
  onDraft?: (body: string) => void;
  onTrash?: () => void;
}) {
  const { note, onEdit, onDraft, onTrash } = props;
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  // The focus comes back to where editing began.
  const [returned, setReturned] = useState(false);
  const draft = useLibrary((library) => library.drafts[`note:${note.id}`]);
  // What was saved or discarded here is on its way out of the drafts.
  const [settling, setSettling] = useState(false);
  if (settling && draft === undefined) setSettling(false);
  const unsaved = onEdit && !settling && draft !== note.body ? draft : undefined;
  const stopEditing = () => {
    setSettling(draft !== undefined);
    setEditing(false);
    setReturned(true);
  };
  const Icon = noteIcon(note.kind);
  const [unfolded, setUnfolded] = useState(false);
  const wordings = useId();
  const count = note.earlier?.length ?? 0;

  if (editing && onEdit)
    return (
      <NoteComposer
        takesFocus
        edit={{
          kind: note.kind,
          body: note.body,
          ...(unsaved !== undefined && { typed: unsaved }),
          onCancel: stopEditing,
        }}
        {...(onDraft && { onDraft })}
        onSave={async (...entry) => {
          const result = await onEdit(...entry);
          if (result.ok) stopEditing();
          return result;
        }}
      />
    );
  return (
    <article className="group relative flex gap-2">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${toneOf(note.kind)}`} strokeWidth={1.75} />
      <div className="min-w-0 grow">
        <header className="flex min-h-5 flex-wrap items-center gap-x-1.5 text-small text-soft">
          {props.lead}
          {note.kind.type !== 'note' && <span className={toneOf(note.kind)}>{noteKindName(note.kind)}</span>}
          <RelativeDate instant={note.createdAt} />
          {onEdit && count > 0 ? (
            <button
              type="button"
              aria-expanded={unfolded}
              aria-controls={unfolded ? wordings : undefined}
              onClick={() => setUnfolded(!unfolded)}
              className="rounded-sm underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
            >
              {t('note.earlier', { count })}
            </button>
          ) : (
            count > 0 && <span>{t('note.edited')}</span>
          )}
        </header>
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {note.body}
        </p>
        {unsaved !== undefined && (
          <Unsaved
            keep={{ text: t('note.goOn'), label: t('note.goOnWith') }}
            discard={t('note.discardChange')}
            onKeep={() => setEditing(true)}
            onDiscard={() => {
              setSettling(true);
              onDraft?.('');
              if (onDraft) toasts.offerUndo(t('note.changeDiscarded'), () => onDraft(unsaved));
            }}
          >
            {t('note.began')}
          </Unsaved>
        )}
        {onEdit && unfolded && count > 0 && <EarlierWordings id={wordings} note={note} onEdit={onEdit} />}
        {note.source && (
          <footer className="flex flex-col items-start text-small">
            {note.source.quote !== '' && (
              <blockquote
                dir="auto"
                className="wrap-anywhere line-clamp-2 border-s-2 border-line ps-2 text-soft"
              >
                {note.source.quote}
              </blockquote>
            )}
            <SourceLink source={note.source} />
          </footer>
        )}
      </div>
      {(onEdit || onTrash) && (
        <div className="absolute end-0 -top-1 flex rounded-md bg-paper opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 forced-colors:opacity-100">
          {onEdit && (
            <IconButton
              ref={returned ? focusOnAppear : null}
              icon={Pencil}
              label={t('note.edit')}
              onClick={() => setEditing(true)}
            />
          )}
          {onTrash && <IconButton icon={Trash2} label={t('note.delete')} onClick={onTrash} />}
        </div>
      )}
    </article>
  );
}

/**
 * Dated entries, newest first as given; `above` gives what stands above one of them, for example the month. Without `onEdit` and `onTrash`
 * they can only be read.
 */
export function NoteList(props: {
  notes: Note[];
  label?: string;
  above?: (note: Note) => ReactNode;
  onEdit?: (note: Note, ...entry: Parameters<SaveNote>) => ReturnType<SaveNote>;
  onDraft?: (note: Note, body: string) => void;
  onTrash?: (note: Note) => void;
}) {
  const { onEdit, onDraft, onTrash } = props;
  const list = useRef<HTMLOListElement>(null);
  // The button that had the focus goes with its note.
  const trash = (note: Note) => {
    list.current?.focus();
    onTrash?.(note);
  };
  return (
    <ol
      ref={list}
      tabIndex={-1}
      aria-label={props.label ?? t('common.notesTitle')}
      className="flex flex-col gap-3.5 outline-none"
    >
      {props.notes.map((note) => (
        <li key={note.id}>
          {props.above?.(note)}
          <NoteEntry
            note={note}
            {...(onEdit && { onEdit: (...entry: Parameters<SaveNote>) => onEdit(note, ...entry) })}
            {...(onDraft && { onDraft: (body: string) => onDraft(note, body) })}
            {...(onTrash && { onTrash: () => trash(note) })}
          />
        </li>
      ))}
    </ol>
  );
}
