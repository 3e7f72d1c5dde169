import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { longestName } from '../../lib/library/limits.ts';
import {
  keepingAbout,
  type ProjectDraft,
  projectDraftText,
  readProjectDraft,
} from '../../lib/library/project-draft.ts';
import { t } from '../../lib/library/text.ts';
import { isAliasText } from '../../lib/mentions/alias.ts';
import { inAnyCase } from '../../lib/mentions/plain-names.ts';
import { operationIds } from '../../lib/state/operation-ids.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { StatusControl } from '../StatusControl.tsx';
import { isEscape } from '../typing-keys.ts';
import { useKeptDraft } from '../use-kept-draft.ts';
import { AliasEditor } from './AliasEditor.tsx';
import { useCommand } from './use-command.ts';

/** Makes a project: name, aliases, status. What is typed comes back when the same form is opened again. `onKept` gets the new project's id after it is saved. */
export function KeepForm(props: {
  name: string;
  aliases: string[];
  offered?: string[];
  /** Whatever tab is in front by now. */
  seenInPrivate?: boolean;
  onKept: (id: string | null) => void;
  onCancel: () => void;
  /** Another way out, at the start of the row of buttons. */
  children?: ReactNode;
}) {
  const id = useId();
  // What else a page calls it may come and go while this is open.
  const [about] = useState(() => keepingAbout(props.aliases[0]));
  const { restored, keep, flush, forget, discard } = useKeptDraft(about);
  const [draft, setDraft] = useState<ProjectDraft>(
    () =>
      readProjectDraft(restored) ?? {
        name: props.name,
        aliases: props.aliases.map((text) => ({ text, site: null })),
        status: null,
        text: '',
      },
  );
  // What was seen in a private window is not written down before it is kept.
  const isSeenInPrivate =
    (useThisPage((page) => page.private) && props.aliases.length > 0) || props.seenInPrivate === true;
  const { name, aliases, status } = draft;
  const [first] = useState(draft);
  const latest = useRef(draft);
  const change = (part: Partial<ProjectDraft>) => {
    // One event may change two parts.
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    if (!isSeenInPrivate) keep(projectDraftText(latest.current));
  };
  const cancel = () => {
    if (latest.current !== first && !isSeenInPrivate)
      discard(projectDraftText(latest.current), t('project.draftDiscarded'));
    props.onCancel();
  };
  const [saving, setSaving] = useState(false);
  const [operations] = useState(operationIds);
  const { run } = useCommand();
  // Pages write it in full too; a shorter one may mean anything.
  const offered = inAnyCase(props.name) && isAliasText(props.name) ? [props.name] : [];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || saving) return;
    setSaving(true);
    // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
    flush();
    const made = { name: name.trim(), aliases, status, thesis: '', draft: about };
    const result = await run({ type: 'keep-project', ...made }, operations.of(made));
    setSaving(false);
    if (!result.ok) return;
    operations.saved();
    // If an earlier try did save, this one changed nothing, and what was kept between the two is still there.
    forget();
    props.onKept(result.value.id);
  };

  return (
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (!isEscape(event) || event.defaultPrevented) return;
        event.preventDefault();
        cancel();
      }}
      className="flex animate-appear flex-col gap-2"
    >
      <div>
        <label htmlFor={id} className="text-small text-soft">
          {t('project.name.label')}
        </label>
        <input
          id={id}
          ref={focusOnAppear}
          value={name}
          required
          maxLength={longestName}
          autoComplete="off"
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => change({ name: target.value })}
          className="field text-lead"
        />
      </div>
      <AliasEditor
        aliases={aliases}
        onChange={(next) => {
          change({ aliases: next });
          return true;
        }}
        offered={[...(props.offered ?? []), ...offered]}
        typed={draft.text}
        onTyped={(text) => change({ text })}
      />
      <StatusControl status={status} onChange={(next) => change({ status: next })} />
      <div className="flex flex-wrap justify-end gap-2">
        {props.children}
        <Button look="quiet" onClick={cancel} className="ms-auto">
          {t('common.cancel')}
        </Button>
        <Button type="submit" look="solid" disabled={name.trim() === '' || saving}>
          {t('project.keep')}
        </Button>
      </div>
    </form>
  );
}
