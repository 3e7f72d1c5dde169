import { useEffect, useState } from 'react';
import type { IndexEntry } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { useCard } from '../../lib/state/card.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { followProject } from '../../lib/state/project.ts';
import { useCommand } from '../library/use-command.ts';
import { NoteComposer, type SaveNote } from '../NoteComposer.tsx';
import { StatusControl } from '../StatusControl.tsx';
import { Entries } from './Entries.tsx';
import { noteSource } from './note-source.ts';
import { PrivateWindow } from './PrivateWindow.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';

/** A project of the user's: where it stands, what they wrote about it, and a line to write more. */
export function KnownProject(props: {
  id: string;
  project: IndexEntry;
  request: ShowMention;
  /** The user kept it in this very card: the next thing to do is to write. */
  takesFocus: boolean;
}) {
  const { id, project, request } = props;
  const { run, keepDraft } = useCommand();
  const draft = useLibrary((library) => library.drafts[id]);
  useEffect(() => followProject(id), [id]);
  const isPrivate = useCard((card) => card.private);
  // The request for which the user asked to keep the page: one note, and no other mention's.
  const [askedFor, setAskedFor] = useState<ShowMention | null>(null);
  const asked = askedFor === request;

  const saveNote: SaveNote = async (kind, body, op) => {
    const source = !isPrivate || asked ? noteSource(request, new Date().toISOString()) : null;
    const note = { type: 'add-note', projectId: id, kind, body, source } as const;
    const result = await runCommand(asked ? { ...note, keepPrivate: true } : note, op);
    if (result.ok) setAskedFor(null);
    return result;
  };

  return (
    <>
      <p className="shrink-0 truncate border-b border-line px-4 pb-2.5 text-small text-soft">
        {project.aliases.map(({ text, site }) => (
          <bdi
            key={`${text} ${site}`}
            className="me-2"
            title={site === null ? undefined : t('alias.onSite', { site })}
          >
            {shortAddress(text)}
          </bdi>
        ))}
      </p>
      <ScrollRegion label={t('common.notesTitle')}>
        <Entries id={id}>
          <StatusControl
            compact
            status={project.status}
            onChange={(status) => run({ type: 'set-status', id, status })}
          />
        </Entries>
      </ScrollRegion>
      {/* Small until it is written in: the card keeps its size. */}
      <div className="shrink-0 px-2.5 pb-2.5 [&_textarea]:max-h-28 [&:not(:focus-within)_textarea]:min-h-8">
        {isPrivate && <PrivateWindow keeps={asked} onKeep={(keep) => setAskedFor(keep ? request : null)} />}
        <NoteComposer
          label={t('card.newNote', { name: project.name })}
          placeholder={t('card.addNote')}
          takesFocus={props.takesFocus}
          {...(draft !== undefined && { draft })}
          onDraft={(body) => keepDraft(id, body)}
          onSave={saveNote}
        />
      </div>
    </>
  );
}
