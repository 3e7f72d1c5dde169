import { Undo2 } from 'lucide-react';
import type { EarlierWording, Note } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { Button } from './Button.tsx';
import type { SaveNote } from './NoteComposer.tsx';
import { noteKindName } from './NoteKindPicker.tsx';
import { Phrase } from './Phrase.tsx';
import { RelativeDate } from './relative-date.tsx';
import { useToasts } from './Toasts.tsx';

/** What a note said before, the newest first; each can be what it says again. */
export function EarlierWordings(props: { id: string; note: Note; onEdit: SaveNote }) {
  const { note, onEdit } = props;
  const toasts = useToasts();
  const change = async ({ kind, body }: Pick<EarlierWording, 'kind' | 'body'>) => {
    const result = await onEdit(kind, body, crypto.randomUUID());
    if (!result.ok) toasts.fail(result.error);
    return result.ok;
  };
  const takeBack = async (wording: EarlierWording) => {
    if (await change(wording)) toasts.offerUndo(t('note.wordingBack'), () => void change(note));
  };

  return (
    <ol
      id={props.id}
      aria-label={t('note.earlierWordings')}
      className="mt-1.5 mb-1 flex flex-col gap-2 border-s-2 border-line ps-2.5"
    >
      {(note.earlier ?? []).map((wording) => (
        <li key={`${wording.until} ${wording.body}`} className="flex flex-col items-start">
          <span className="flex flex-wrap gap-x-1.5 text-small text-soft">
            <span>
              <Phrase of="note.until" date={<RelativeDate instant={wording.until} />} />
            </span>
            {wording.kind.type !== note.kind.type && <span>{noteKindName(wording.kind)}</span>}
          </span>
          <p
            dir="auto"
            className="max-h-40 w-full overflow-y-auto whitespace-pre-wrap text-soft wrap-anywhere"
          >
            {wording.body}
          </p>
          <Button look="quiet" className="-ms-2.5 text-small" onClick={() => void takeBack(wording)}>
            <Undo2 aria-hidden="true" className="size-3.5" />
            {t('note.useWording')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
