import { Tag } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { longestTag, tooLong } from '../../lib/library/limits.ts';
import type { StoredProject } from '../../lib/library/schema.ts';
import { tagKey } from '../../lib/library/tags.ts';
import { t } from '../../lib/library/text.ts';
import { typedTags } from '../../lib/library/typed-tags.ts';
import { isEscape, isSaveKey } from '../typing-keys.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { TagChip } from './TagChip.tsx';
import { TagOffers, useTagOffers } from './TagOffers.tsx';
import { useCommand } from './use-command.ts';

const none: string[] = [];

/** A project's tags as chips, with a field for more: Enter or a comma adds what stands in it. Tags of other projects are offered. */
export function TagEditor({ project }: { project: Pick<StoredProject, 'id' | 'name' | 'tags'> }) {
  const { id, name, tags = none } = project;
  const { run, runWithUndo } = useCommand();
  const draft = useKeptDraft(`tag:${id}`);
  const message = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setTextAlone] = useState(draft.restored ?? '');
  const latest = useRef(text);
  const lastAdded = useRef<string>(undefined);
  const isRemoving = useRef(false);
  const [said, setSaid] = useState<{ text: string; wrong: boolean }>({ text: '', wrong: false });
  const offers = useTagOffers(text, tags);
  const has = (tag: string) => tags.some((each) => tagKey(each) === tagKey(tag));

  const show = (next: string) => {
    latest.current = next;
    setTextAlone(next);
  };
  /** What stays in the field stays kept, too. */
  const setText = (next: string) => {
    show(next);
    if (next === '') draft.forget();
    else draft.keep(next);
  };
  /** Adds what is complete; `done`: all of it is. */
  const add = (typed: string, done: boolean) => {
    const { tags: complete, rest } = typedTags(typed, done);
    return put(complete, rest);
  };
  /** Adds these, and leaves `rest` in the field. What could not be saved stands in it again. */
  const put = async (found: string[], rest: string) => {
    const wrong = found.filter((tag) => tag.length > longestTag);
    const fresh = found.filter((tag) => !wrong.includes(tag) && !has(tag));
    const length = wrong[0]?.length;
    setSaid({
      text: length === undefined ? '' : tooLong('tag', length, longestTag),
      wrong: wrong.length > 0,
    });
    show([...wrong, rest].filter(Boolean).join(', '));
    if (fresh.length === 0) return setText(latest.current);
    // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
    draft.flush();
    const change = { id, add: fresh, remove: [], typed: latest.current };
    const saved = await run({ type: 'change-tags', changes: [change] });
    if (!saved.ok) return setText([...fresh, latest.current].filter(Boolean).join(', '));
    lastAdded.current = fresh.at(-1);
    setText(latest.current);
    if (wrong.length === 0) setSaid({ text: t('tag.added', { tags: fresh.join(', ') }), wrong: false });
  };
  const remove = async (tag: string) => {
    if (isRemoving.current) return;
    isRemoving.current = true;
    input.current?.focus();
    offers.close();
    await runWithUndo(
      { type: 'change-tags', changes: [{ id, add: [], remove: [tag] }] },
      t('project.aliasRemoved', { aliases: tag, name }),
      { type: 'change-tags', changes: [{ id, add: [tag], remove: [] }] },
    );
    isRemoving.current = false;
  };
  const pick = (tag: string) => {
    offers.close();
    // As it is: one from a file may have a comma in it.
    void put([tag], '');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The last one added, not the last in their order.
    const last = tags.find((tag) => tag === lastAdded.current) ?? tags.at(-1);
    if (event.nativeEvent.isComposing || offers.onKeyDown(event, pick)) return;
    if (isSaveKey(event) && text !== '') {
      offers.close();
      void add(text, true);
    } else if (isEscape(event) && text !== '') {
      setText('');
      setSaid({ text: '', wrong: false });
    } else if (event.key === 'Backspace' && text === '' && last !== undefined) {
      // A key held down empties the field, not the list.
      if (!event.repeat) void remove(last);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative flex flex-wrap items-center gap-1">
      <Tag aria-hidden="true" className="size-3.5 shrink-0 text-soft" strokeWidth={1.75} />
      {tags.map((tag) => (
        <TagChip key={tag} tag={tag} onRemove={() => void remove(tag)} />
      ))}
      <input
        ref={input}
        type="text"
        {...offers.field}
        aria-label={t('tag.addOne')}
        aria-invalid={said.wrong}
        aria-describedby={message}
        placeholder={t('tag.addShort')}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={({ target, nativeEvent }) => {
          offers.open();
          // What is being composed is no comma yet, and no tag.
          if ((nativeEvent as InputEvent).isComposing) setText(target.value);
          else void add(target.value, false);
        }}
        onCompositionEnd={({ currentTarget }) => void add(currentTarget.value, false)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          offers.close();
          if (text !== '') void add(text, true);
        }}
        className="min-h-6 w-18 grow rounded-sm border border-transparent bg-transparent px-1 text-small outline-offset-0"
      />
      <TagOffers offers={offers} onPick={pick} />
      <p id={message} role="status" className={said.wrong ? 'w-full text-small text-danger' : 'sr-only'}>
        {said.text}
      </p>
    </div>
  );
}
