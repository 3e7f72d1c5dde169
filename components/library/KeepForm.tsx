import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Alias, Status } from '../../lib/library/schema.ts';
import { isAliasText } from '../../lib/mentions/alias.ts';
import { inAnyCase } from '../../lib/mentions/plain-names.ts';
import { Button } from '../Button.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { StatusControl } from '../StatusControl.tsx';
import { AliasEditor } from './AliasEditor.tsx';
import { useCommand } from './use-command.ts';

/** Makes a project: name, aliases, status. `onKept` gets the new project's id after it is saved. */
export function KeepForm(props: {
  name: string;
  aliases: string[];
  offered?: string[];
  onKept: (id: string | null) => void;
  onCancel: () => void;
  /** Another way out, at the start of the row of buttons. */
  children?: ReactNode;
}) {
  const id = useId();
  const [name, setName] = useState(props.name);
  const [aliases, setAliases] = useState<Alias[]>(props.aliases.map((text) => ({ text, site: null })));
  const [status, setStatus] = useState<Status | null>(null);
  const [saving, setSaving] = useState(false);
  const { run } = useCommand();
  // Pages write it in full too; a shorter one may mean anything.
  const offered = inAnyCase(props.name) && isAliasText(props.name) ? [props.name] : [];

  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || saving) return;
    setSaving(true);
    const result = await run({ type: 'keep-project', name: name.trim(), aliases, status, thesis: '' });
    setSaving(false);
    if (result.ok) props.onKept(result.value.id);
  };

  return (
    <form
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        props.onCancel();
      }}
      className="flex animate-appear flex-col gap-2"
    >
      <div>
        <label htmlFor={id} className="text-small text-soft">
          Name
        </label>
        <input
          id={id}
          ref={focusOnAppear}
          value={name}
          required
          maxLength={200}
          autoComplete="off"
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setName(target.value)}
          className="field text-lead"
        />
      </div>
      <AliasEditor aliases={aliases} onChange={setAliases} offered={[...(props.offered ?? []), ...offered]} />
      <StatusControl status={status} onChange={setStatus} />
      <div className="flex flex-wrap justify-end gap-2">
        {props.children}
        <Button look="quiet" onClick={props.onCancel} className="ms-auto">
          Cancel
        </Button>
        <Button type="submit" look="solid" disabled={name.trim() === '' || saving}>
          Keep project
        </Button>
      </div>
    </form>
  );
}
