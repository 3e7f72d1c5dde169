import { ArrowLeft, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import type { StoredProject } from '../../lib/library/schema.ts';
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
  const { run } = useCommand();
  const { id, name, aliases, thesis } = project;
  const edit = (change: Partial<Pick<StoredProject, 'name' | 'aliases' | 'thesis'>>) =>
    run({ type: 'edit-project', id, ...change });
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
        <AliasEditor aliases={aliases} onChange={(next) => void edit({ aliases: next })} />
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
        {status === 'gone' && (
          <Empty
            icon={Trash2}
            title="This project is in the trash"
            action={
              <Button onClick={back}>
                <ArrowLeft aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
                Back
              </Button>
            }
          >
            It stays there for 30 days with all its notes.
          </Empty>
        )}
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
