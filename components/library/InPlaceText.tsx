import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../lib/library/result.ts';
import { t } from '../../lib/library/text.ts';
import { isEscape, isSaveKey } from '../typing-keys.ts';
import { Unsaved } from '../Unsaved.tsx';
import { useKeptDraft } from '../use-kept-draft.ts';

/**
 * Text that is edited where it stands: Enter or leaving the field saves, Shift+Enter breaks the line, Esc takes the
 * change back. While it is not being edited it follows `value`. A text that could not be saved stays, and comes back
 * where the browser was closed over it: then it is shown, and saved only when the user says so.
 */
export function InPlaceText(props: {
  value: string;
  /** Which text of a project it is. */
  field: 'name' | 'thesis';
  /** The editor, as in `Drafts`; the save clears what is kept under it. */
  draft: string;
  placeholder?: string;
  /** An empty text is taken back instead of saved. */
  required?: boolean;
  onSave: (text: string) => Promise<Result<unknown>>;
  className?: string;
}) {
  const { restored, keep, flush, forget, discard } = useKeptDraft(props.draft);
  const [typed, setTyped] = useState(restored === props.value ? null : (restored ?? null));
  /** It was typed before this surface was opened, and nobody has touched it since. */
  const [found, setFound] = useState(typed !== null);
  const unsaved = useRef<string | null>(null);
  unsaved.current = typed;
  const text = typed ?? props.value;

  const takeBack = () => {
    setTyped(null);
    setFound(false);
    if (text.trim() === props.value) return forget();
    discard(text, t(`project.${props.field}.asItWas`), () => {
      setTyped(text);
      setFound(true);
    });
  };
  const save = async () => {
    if (unsaved.current === null) return;
    const next = unsaved.current.trim();
    if (next === props.value || (props.required && next === '')) return takeBack();
    setFound(false);
    // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
    flush();
    const result = await props.onSave(next);
    if (result.ok) setTyped((now) => (now?.trim() === next ? null : now));
  };
  const leave = useRef(() => {});
  leave.current = () => {
    if (!found) void save();
  };
  useEffect(() => {
    // A popup is closed without blur or unmount.
    const flush = () => leave.current();
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, []);

  return (
    <>
      <textarea
        aria-label={t(`project.${props.field}.label`)}
        placeholder={props.placeholder}
        dir="auto"
        // Where the field cannot grow by itself (`field-sizing`), enough rows for most texts.
        rows={Math.min(8, text.split('\n').length + Math.floor(text.length / 60))}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value);
          setFound(false);
          keep(target.value);
        }}
        onBlur={() => leave.current()}
        onKeyDown={(event) => {
          if (isSaveKey(event)) {
            event.preventDefault();
            if (found) void save();
            event.currentTarget.blur();
          } else if (isEscape(event) && typed !== null) {
            event.preventDefault();
            event.stopPropagation();
            takeBack();
          }
        }}
        className={`-mx-1.75 block field-sizing-content w-[calc(100%+0.875rem)] max-w-none resize-none rounded-md border border-transparent bg-transparent px-1.5 py-0.5 hover:border-line hover:bg-sheet focus:bg-sheet focus-visible:-outline-offset-1 ${props.className ?? ''}`}
      />
      {found && (
        <Unsaved
          keep={{ text: t('common.save'), label: t(`project.${props.field}.save`) }}
          discard={t(`project.${props.field}.discard`)}
          onKeep={() => void save()}
          onDiscard={takeBack}
        >
          {t('project.typedBefore')}
        </Unsaved>
      )}
    </>
  );
}
