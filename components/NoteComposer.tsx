import { useEffect, useId, useRef, useState } from 'react';
import { sameContent } from '../lib/library/digest.ts';
import { longestDraft, tooLongToSave } from '../lib/library/limits.ts';
import type { Result } from '../lib/library/result.ts';
import type { NoteKind } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { operationIds } from '../lib/state/operation-ids.ts';
import { Button } from './Button.tsx';
import { focusOnAppear } from './focus-on-appear.ts';
import { NoteKindPicker } from './NoteKindPicker.tsx';
import { useToasts } from './Toasts.tsx';
import { isEscape, isSaveKey } from './typing-keys.ts';
import { useDraft } from './use-draft.ts';

/** `op`: the operation id, the same again when the same note is saved once more because that seemed to fail. */
export type SaveNote = (kind: NoteKind, body: string, op: string) => Promise<Result<unknown>>;

/**
 * Writes one note. Enter saves, Shift+Enter breaks the line. The text leaves the field only after `onSave`
 * answered ok; on a failure it stays and the message is shown. An edit that is left without Cancel is saved.
 */
export function NoteComposer(props: {
  onSave: SaveNote;
  /** What was typed and not saved, here or on another surface; followed while nothing was typed since. */
  draft?: string;
  onDraft?: (body: string) => void;
  /** With a text to start from this edits a note instead of adding one. */
  edit?: {
    kind: NoteKind;
    body: string;
    /** What was typed over it and not saved. */
    typed?: string;
    onCancel: () => void;
  };
  label?: string;
  placeholder?: string;
  takesFocus?: boolean;
}) {
  const hint = useId();
  const [kind, setKind] = useState<NoteKind>(props.edit?.kind ?? { type: 'note' });
  const [body, setBody] = useState(props.edit ? (props.edit.typed ?? props.edit.body) : (props.draft ?? ''));
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | { failure: string }>('idle');
  const [operations] = useState(operationIds);
  const toasts = useToasts();
  const { keep, drop, flush, waits } = useDraft(props.onDraft);
  // Saved or changed elsewhere, the text here would be a second note.
  const draft = props.draft ?? '';
  const [seen, setSeen] = useState(draft);
  if (draft !== seen) {
    setSeen(draft);
    if (body === seen && state !== 'saving' && !waits()) setBody(draft);
  }
  const tooLong = tooLongToSave(body);
  const failure = typeof state === 'object' ? state.failure : tooLong;
  const empty = body.trim() === '';
  const unfit = empty || tooLong !== null;

  const save = async () => {
    if (unfit || state === 'saving') return;
    setState('saving');
    // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
    flush();
    const op = operations.of({ kind, body: body.trim() });
    const result = await props.onSave(kind, body.trim(), op);
    if (!result.ok) return setState({ failure: result.error.message });
    operations.saved();
    // If an earlier try did save, this one changed nothing, and what was kept between the two is still there. Where keeping
    // it failed before, that is over.
    props.onDraft?.('');
    if (!props.edit) {
      setBody('');
      setKind({ type: 'note' });
    }
    setState('saved');
  };

  const cancelled = useRef(false);
  const cancel = () => {
    cancelled.current = true;
    drop();
    const { onDraft, edit } = props;
    onDraft?.('');
    if (onDraft && edit && body !== edit.body)
      toasts.offerUndo(t('note.changeDiscarded'), () => onDraft(body));
    edit?.onCancel();
  };
  const saveLeft = () => {
    if (!props.edit || cancelled.current || unfit || state === 'saving') return;
    const next = { kind, body: body.trim() };
    if (sameContent(next, { kind: props.edit.kind, body: props.edit.body })) return;
    void props.onSave(kind, next.body, operations.of(next)).then((result) => {
      // The composer is gone, and with it the place of its message.
      if (!result.ok) toasts.fail(result.error);
    });
  };
  const latest = useRef(saveLeft);
  latest.current = saveLeft;
  useEffect(() => {
    // A popup is closed without unmounting.
    const leave = () => latest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div className="rounded-md border border-edge bg-sheet focus-within:border-accent focus-within:outline focus-within:outline-accent">
      <textarea
        ref={props.takesFocus ? focusOnAppear : null}
        aria-label={props.label ?? t(props.edit ? 'note.edit' : 'note.new')}
        aria-describedby={hint}
        aria-invalid={tooLong !== null}
        placeholder={props.placeholder ?? t('note.placeholder')}
        dir="auto"
        rows={2}
        value={body}
        readOnly={state === 'saving'}
        onChange={({ target }) => {
          setBody(target.value);
          const typed = target.value === props.edit?.body ? '' : target.value;
          // Beyond that it is said; what was kept before stays.
          if (typed.length <= longestDraft) keep(typed);
          if (state !== 'idle') setState('idle');
        }}
        onKeyDown={(event) => {
          if (isSaveKey(event)) {
            event.preventDefault();
            void save();
          } else if (isEscape(event) && props.edit) {
            event.stopPropagation();
            cancel();
          }
        }}
        className="block field-sizing-content max-h-48 min-h-12 w-full resize-none bg-transparent px-2 py-1.5 outline-none"
      />
      <div className="flex flex-wrap items-center gap-1 px-1 pb-1">
        <NoteKindPicker kind={kind} onChange={setKind} fresh={props.edit === undefined} />
        <div className="ms-auto flex gap-1">
          {props.edit && (
            <Button look="quiet" onClick={cancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button
            look={unfit ? 'quiet' : 'solid'}
            disabled={unfit || state === 'saving'}
            onClick={() => void save()}
          >
            {t('common.save')}
          </Button>
        </div>
      </div>
      <p id={hint} className="sr-only">
        {t('note.keys')}
      </p>
      <p role="status" className={failure ? 'px-2 pb-1.5 text-danger' : 'sr-only'}>
        {failure ?? (state === 'saved' ? t('common.saved') : state === 'saving' ? t('common.saving') : '')}
      </p>
    </div>
  );
}
