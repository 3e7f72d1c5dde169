import { Plus } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Alias } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { aliasKey } from '../../lib/mentions/alias.ts';
import { typedAliases } from '../../lib/mentions/typed-aliases.ts';
import { AliasChip } from '../AliasChip.tsx';
import { Phrase } from '../Phrase.tsx';
import { useEverydayAliases } from './use-everyday-aliases.ts';

/** Aliases as chips, with a field for more: Enter or a comma adds what stands in it, a space too after a mention. */
export function AliasEditor(props: {
  aliases: Alias[];
  /** `typed`: what is left in the field. Answers whether they are kept: what could not be saved stands in the field again. */
  onChange: (aliases: Alias[], typed: string) => Promise<boolean> | boolean;
  /** Texts offered with one click each. */
  offered?: string[];
  /** What stood in the field before, and was not added. */
  typed?: string;
  /** Hears of what stands in the field. */
  onTyped: (text: string) => void;
}) {
  const { aliases, onChange } = props;
  const message = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setTextAlone] = useState(props.typed ?? '');
  const latest = useRef(text);
  const show = (next: string) => {
    latest.current = next;
    setTextAlone(next);
  };
  const setText = (next: string) => {
    show(next);
    props.onTyped(next);
  };
  const [wrong, setWrong] = useState<string | null>(null);
  const everyday = useEverydayAliases(aliases);
  const has = (candidate: string) => aliases.some((each) => aliasKey(each.text) === aliasKey(candidate));

  /** Adds what is complete; `done`: all of it is. */
  const add = async (typed: string, done: boolean) => {
    const { aliases: found, wrong: bad, rest } = typedAliases(typed, done);
    const fresh = found.filter((candidate) => !has(candidate));
    show([...bad, rest].filter(Boolean).join(' '));
    setWrong(bad[0] ?? null);
    // What was typed stays kept until it is saved.
    const saved =
      fresh.length === 0 ||
      (await onChange([...aliases, ...fresh.map((each) => ({ text: each, site: null }))], latest.current));
    if (saved) props.onTyped(latest.current);
    else setText([...fresh, latest.current].filter(Boolean).join(' '));
  };

  return (
    <div className="flex flex-wrap items-center gap-1">
      {aliases.map((alias) => (
        <AliasChip
          key={`${alias.text} ${alias.site}`}
          alias={alias}
          onRemove={() => {
            void onChange(
              aliases.filter((each) => each !== alias),
              text,
            );
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
              void add(candidate, true);
              input.current?.focus();
            }}
            aria-label={t('alias.add', { alias: candidate })}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm border border-dashed border-edge px-1.5 text-small text-soft hover:bg-hover hover:text-ink"
          >
            <Plus aria-hidden="true" className="size-3" />
            <bdi className="truncate">{candidate}</bdi>
          </button>
        ))}
      <input
        ref={input}
        type="text"
        aria-label={t('alias.addOne')}
        aria-invalid={wrong !== null}
        aria-describedby={message}
        placeholder={aliases.length === 0 ? t('alias.examples', { ticker: '$TICKER' }) : t('alias.addShort')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        value={text}
        onChange={({ target }) => void add(target.value, false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && text !== '') {
            event.preventDefault();
            void add(text, true);
          } else if (event.key === 'Backspace' && text === '' && aliases.length > 0) {
            // A key held down empties the field, not the list.
            if (!event.repeat) void onChange(aliases.slice(0, -1), text);
          } else if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            event.preventDefault();
            setText('');
            setWrong(null);
          }
        }}
        onBlur={() => text !== '' && void add(text, true)}
        className="min-h-6 w-18 grow rounded-sm border border-transparent bg-transparent px-1 text-small outline-offset-0"
      />
      <p id={message} role="status" className={wrong ? 'w-full text-small text-danger' : 'sr-only'}>
        {wrong && t('alias.wrong', { text: wrong, ticker: '$TICKER' })}
      </p>
      {everyday.map((alias) => (
        <p key={alias.text} className="w-full text-small text-soft text-pretty">
          <Phrase of="alias.everyday" alias={<bdi>{alias.text}</bdi>} />{' '}
          <button
            type="button"
            aria-label={t('alias.insistOn', { alias: alias.text })}
            onClick={() => {
              void onChange(
                aliases.map((each) => (each === alias ? { ...each, insist: true } : each)),
                text,
              );
              input.current?.focus();
            }}
            className="whitespace-nowrap rounded-sm font-medium text-accent hover:underline"
          >
            {t('alias.insist')}
          </button>
        </p>
      ))}
    </div>
  );
}
