import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../lib/library/result.ts';
import { isSaveKey } from '../NoteComposer.tsx';

/**
 * Text that is edited where it stands: Enter or leaving the field saves, Shift+Enter breaks the line, Esc takes the
 * change back. While it is not being edited it follows `value`. A text that could not be saved stays.
 */
export function InPlaceText(props: {
  value: string;
  label: string;
  placeholder?: string;
  /** An empty text is taken back instead of saved. */
  required?: boolean;
  onSave: (text: string) => Promise<Result<unknown>>;
  className?: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  unsaved.current = typed;
  const text = typed ?? props.value;

  const save = async () => {
    if (unsaved.current === null) return;
    const next = unsaved.current.trim();
    if (next === props.value || (props.required && next === '')) return setTyped(null);
    const result = await props.onSave(next);
    if (result.ok) setTyped((now) => (now?.trim() === next ? null : now));
  };
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    // A popup is closed without blur or unmount.
    const flush = () => void latest.current();
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, []);

  return (
    <textarea
      aria-label={props.label}
      placeholder={props.placeholder}
      dir="auto"
      // Where the field cannot grow by itself (`field-sizing`), enough rows for most texts.
      rows={Math.min(8, text.split('\n').length + Math.floor(text.length / 60))}
      value={text}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (isSaveKey(event)) {
          event.preventDefault();
          event.currentTarget.blur();
        } else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
        }
      }}
      className={`-mx-1.75 block field-sizing-content w-[calc(100%+0.875rem)] max-w-none resize-none rounded-md border border-transparent bg-transparent px-1.5 py-0.5 hover:border-line hover:bg-sheet focus:bg-sheet focus-visible:-outline-offset-1 ${props.className ?? ''}`}
    />
  );
}
