import { ArrowLeft, SearchX, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { Alias, StoredProject } from '../../lib/library/schema.ts';
import { runCommand } from '../../lib/state/commands.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { followProject, showMoreNotes, useProject } from '../../lib/state/project.ts';
import { Button, IconButton } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { NoteComposer } from '../NoteComposer.tsx';
import { NoteList } from '../NoteList.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { StatusControl } from '../StatusControl.tsx';
import { AliasEditor } from './AliasEditor.tsx';
import { InPlaceText } from './InPlaceText.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useCommand } from './use-command.ts';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

function ProjectHead({ project }: { project: StoredProject }) {
  const { run, runWithUndo } = useCommand();
  const { id, name, aliases, thesis } = project;
  const edit = (change: Partial<Pick<StoredProject, 'name' | 'thesis'>>) =>
    run({ type: 'edit-project', id, ...change });
  const setAliases = (next: Alias[]) => {
    const isSame = (one: Alias) => (other: Alias) => one.text === other.text && one.site === other.site;
    const removed = aliases.filter((alias) => !next.some(isSame(alias)));
    const added = next.filter((alias) => !aliases.includes(alias));
    // Only what is new is sent: the list shown here may still hold what was removed a moment ago.
    if (removed.length === 0) return void run({ type: 'add-aliases', id, aliases: added });
    const texts = removed.map(({ text }) => text).join(' ');
    // Adding takes back nothing else that changed since.
    void runWithUndo({ type: 'edit-project', id, aliases: next }, `${texts} removed from ${name}`, {
      type: 'add-aliases',
      id,
      aliases: removed,
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div>
        <InPlaceText
          label="Name"
          required
          value={name}
          onSave={(next) => edit({ name: next })}
          className="font-serif text-title font-semibold"
        />
        <AliasEditor aliases={aliases} onChange={setAliases} />
      </div>
      <StatusControl status={project.status} onChange={(status) => run({ type: 'set-status', id, status })} />
      <InPlaceText
        label="Thesis"
        placeholder="Thesis: why this could matter, and what would change your mind"
        value={thesis}
        onSave={(next) => edit({ thesis: next })}
        className="max-h-40 font-serif text-lead"
      />
    </div>
  );
}

function Notes({ project }: { project: StoredProject }) {
  const { notes, unreadable, more } = useProject();
  const { run, runWithUndo } = useCommand();
  const draft = useLibrary((library) => library.drafts[project.id]);
  return (
    <div className="flex flex-col gap-3">
      <NoteComposer
        draft={draft ?? ''}
        onDraft={(body) => void run({ type: 'keep-draft', about: project.id, body })}
        // The composer itself says when a save fails.
        onSave={(kind, body, op) =>
          runCommand({ type: 'add-note', projectId: project.id, kind, body, source: null }, op)
        }
      />
      <Unreadable count={unreadable} />
      {notes.length === 0 && unreadable === 0 ? (
        <p className="px-2 py-3 text-center text-soft text-pretty">
          Nothing noted yet. What did the last post about it leave out?
        </p>
      ) : (
        <NoteList
          notes={notes}
          onEdit={({ id }, kind, body, op) => runCommand({ type: 'edit-note', id, kind, body }, op)}
          onTrash={(note) =>
            void runWithUndo({ type: 'trash-note', id: note.id }, 'Note moved to the trash', {
              type: 'restore-note',
              id: note.id,
            })
          }
        />
      )}
      {more && <Button onClick={() => void showMoreNotes()}>Show older notes</Button>}
    </div>
  );
}

/** In place of a project that is not shown: why, and the way back. */
function Gone({ id }: { id: string }) {
  const { back } = useView();
  const { run } = useCommand();
  const entry = useLibrary((library) => library.index.projects[id]);
  const toBack = (
    <Button onClick={back}>
      <ArrowLeft aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
      Back
    </Button>
  );
  if (!entry) return <Empty icon={SearchX} title="This project is not in your library" action={toBack} />;
  return (
    <Empty
      icon={Trash2}
      title={`${entry.name} is in the trash`}
      action={
        <>
          <Button look="solid" onClick={() => void run({ type: 'restore-project', id })}>
            <Undo2 aria-hidden="true" className="size-3.5" />
            Restore
          </Button>
          {toBack}
        </>
      }
    >
      All its notes are kept with it.
    </Empty>
  );
}

/** One project in full; every part of it is edited where it stands. */
export function ProjectView({ id }: { id: string }) {
  useEffect(() => followProject(id), [id]);
  const { status, failure, project } = useProject();
  const { back } = useView();
  const { runWithUndo } = useCommand();

  const trash = async (name: string) => {
    const result = await runWithUndo({ type: 'trash-project', id }, `${name} moved to the trash`, {
      type: 'restore-project',
      id,
    });
    if (result.ok) back();
  };

  return (
    <>
      <ViewBar title={project?.name ?? 'Project'} titleShown={false}>
        {project && (
          <IconButton
            icon={Trash2}
            label={`Delete ${project.name}`}
            onClick={() => void trash(project.name)}
          />
        )}
      </ViewBar>
      <div className="min-h-0 grow overflow-y-auto px-4 pb-4">
        {status === 'loading' && <Skeleton label="Opening the project" />}
        {failure && <Failed failure={failure} />}
        {status === 'gone' && <Gone id={id} />}
        {project && project.id === id && (
          <div className="flex flex-col gap-4">
            <ProjectHead key={id} project={project} />
            <Notes key={`notes ${id}`} project={project} />
          </div>
        )}
      </div>
    </>
  );
}
