import { Plus } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Alias } from '../../lib/library/schema.ts';
import { aliasKey, isAliasText } from '../../lib/mentions/alias.ts';
import { AliasChip } from '../AliasChip.tsx';

const separators = /[\s,;]+/;

/** Aliases as chips, with a field for more: Enter, space or comma adds what stands in it, pasted lists too. */
export function AliasEditor(props: {
  aliases: Alias[];
  onChange: (aliases: Alias[]) => void;
  /** Texts offered with one click each. */
  offered?: string[];
}) {
  const { aliases, onChange } = props;
  const message = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const has = (candidate: string) => aliases.some((each) => aliasKey(each.text) === aliasKey(candidate));

  const add = (typed: string) => {
    const words = typed.split(separators).filter(Boolean);
    const bad = words.filter((word) => !isAliasText(word));
    const fresh = words.filter((word, at) => isAliasText(word) && !has(word) && words.indexOf(word) === at);
    setText(bad.join(' '));
    setWrong(bad[0] ?? null);
    if (fresh.length > 0) onChange([...aliases, ...fresh.map((word) => ({ text: word, site: null }))]);
  };

  return (
    <div className="flex flex-wrap items-center gap-1">
      {aliases.map((alias) => (
        <AliasChip
          key={`${alias.text} ${alias.site}`}
          alias={alias}
          onRemove={() => {
            onChange(aliases.filter((each) => each !== alias));
            input.current?.focus();
          }}
        />
      ))}
      {props.offered
        ?.filter((candidate) => !has(candidate))
        .map((candidate) => (
          <button
            key={candidate}
            type="button"
            onClick={() => {
              add(candidate);
              input.current?.focus();
            }}
            aria-label={`Add ${candidate}`}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm border border-dashed border-edge px-1.5 text-small text-soft hover:bg-hover hover:text-ink"
          >
            <Plus aria-hidden="true" className="size-3" />
            <bdi className="truncate">{candidate}</bdi>
          </button>
        ))}
      <input
        ref={input}
        type="text"
        aria-label="Add an alias"
        aria-invalid={wrong !== null}
        aria-describedby={message}
        placeholder={aliases.length === 0 ? '$TICKER  @handle  #tag' : 'Add alias'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        value={text}
        onChange={({ target }) => {
          if (separators.test(target.value)) return add(target.value);
          setText(target.value);
          setWrong(null);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && text !== '') {
            event.preventDefault();
            add(text);
          } else if (event.key === 'Backspace' && text === '' && aliases.length > 0) {
            // A key held down empties the field, not the list.
            if (!event.repeat) onChange(aliases.slice(0, -1));
          } else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            event.preventDefault();
            setText('');
            setWrong(null);
          }
        }}
        onBlur={() => text !== '' && add(text)}
        className="min-h-6 w-18 grow rounded-sm border border-transparent bg-transparent px-1 text-small outline-offset-0"
      />
      <p id={message} role="status" className={wrong ? 'w-full text-small text-danger' : 'sr-only'}>
        {wrong && `“${wrong}” is no alias: write $TICKER, @handle or #tag.`}
      </p>
    </div>
  );
}
