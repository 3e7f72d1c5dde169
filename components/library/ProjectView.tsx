import { ArrowLeft, Merge, SearchX, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { Alias, StoredProject } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { followProject, readAgain, useProject } from '../../lib/state/project.ts';
import { Button, IconButton } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { Failed } from '../Failed.tsx';
import { Menu, MenuItem } from '../Menu.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { StatusControl } from '../StatusControl.tsx';
import { useKeptDraft } from '../use-kept-draft.ts';
import { AliasEditor } from './AliasEditor.tsx';
import { InPlaceText } from './InPlaceText.tsx';
import { ProjectNotes } from './ProjectNotes.tsx';
import { ProjectSources } from './ProjectSources.tsx';
import { ProjectTags } from './ProjectTags.tsx';
import { useCommand } from './use-command.ts';
import { ViewBar } from './ViewBar.tsx';
import { useView } from './view.tsx';

function ProjectHead({ project }: { project: StoredProject }) {
  const { run, runWithUndo } = useCommand();
  const { id, name, aliases, thesis } = project;
  const alias = useKeptDraft(`alias:${id}`);
  const setName = (next: string) =>
    runWithUndo({ type: 'edit-project', id, name: next }, t('project.named', { name: next }), {
      type: 'edit-project',
      id,
      name,
    });
  // A first thesis replaces nothing.
  const setThesis = (next: string) =>
    thesis === ''
      ? run({ type: 'edit-project', id, thesis: next })
      : runWithUndo({ type: 'edit-project', id, thesis: next }, t('project.thesisChanged'), {
          type: 'edit-project',
          id,
          thesis,
        });
  const setAliases = async (next: Alias[], typed: string): Promise<boolean> => {
    const isSame = (one: Alias) => (other: Alias) => one.text === other.text && one.site === other.site;
    const removed = aliases.filter((alias) => !next.some(isSame(alias)));
    const added = next.filter((alias) => !aliases.includes(alias));
    // Only what is new or gone is sent: the list shown here may be the one of a moment ago.
    if (removed.length === 0) {
      // Kept before the save, which clears it: where that fails nothing is lost, and no late draft brings it back.
      alias.flush();
      return (await run({ type: 'add-aliases', id, aliases: added, typed })).ok;
    }
    const texts = removed.map(({ text }) => text).join(' ');
    const edited = await runWithUndo(
      { type: 'remove-aliases', id, aliases: removed },
      t('project.aliasRemoved', { aliases: texts, name }),
      { type: 'add-aliases', id, aliases: removed },
    );
    return edited.ok;
  };
  return (
    <div className="flex flex-col gap-2">
      <div>
        <InPlaceText
          field="name"
          draft={`name:${id}`}
          required
          value={name}
          onSave={setName}
          className="font-serif text-title font-semibold"
        />
        <AliasEditor
          aliases={aliases}
          onChange={setAliases}
          typed={alias.restored ?? ''}
          onTyped={(text) => (text === '' ? alias.forget() : alias.keep(text))}
        />
      </div>
      <StatusControl status={project.status} onChange={(status) => run({ type: 'set-status', id, status })} />
      <ProjectTags project={project} />
      <InPlaceText
        field="thesis"
        draft={`thesis:${id}`}
        placeholder={t('project.thesis.placeholder')}
        value={thesis}
        onSave={setThesis}
        className="max-h-40 font-serif text-lead"
      />
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
      {t('common.back')}
    </Button>
  );
  if (!entry) return <Empty icon={SearchX} title={t('project.gone')} action={toBack} />;
  return (
    <Empty
      icon={Trash2}
      title={t('project.inTrash', { name: entry.name })}
      action={
        <>
          <Button look="solid" onClick={() => void run({ type: 'restore-project', id })}>
            <Undo2 aria-hidden="true" className="size-3.5" />
            {t('trash.restore')}
          </Button>
          {toBack}
        </>
      }
    >
      {t('project.notesKept')}
    </Empty>
  );
}

/** One project in full; every part of it is edited where it stands. */
export function ProjectView({ id }: { id: string }) {
  const { back, open, surface } = useView();
  const roomy = surface === 'panel';
  useEffect(() => followProject(id, roomy), [id, roomy]);
  const { status, failure, project } = useProject();
  // What was typed and not saved is known with the library.
  const shown = useLibrary((library) => library.shown);
  const { runWithUndo } = useCommand();
  const mayMerge = useLibrary(({ index }) =>
    Object.entries(index.projects).some(([other, { trashedAt }]) => other !== id && trashedAt === null),
  );

  const trash = async (name: string) => {
    const result = await runWithUndo({ type: 'trash-project', id }, t('project.trashed', { name }), {
      type: 'restore-project',
      id,
    });
    if (result.ok) back();
  };

  return (
    <>
      <ViewBar title={project?.name ?? t('project.title')} titleShown={false}>
        {project && (
          <>
            {mayMerge && (
              <Menu label={t('merge.actions')}>
                <MenuItem icon={Merge} onSelect={() => open({ name: 'merge', into: id, from: null })}>
                  {t('merge.with')}
                </MenuItem>
              </Menu>
            )}
            <IconButton
              icon={Trash2}
              label={t('project.delete', { name: project.name })}
              onClick={() => void trash(project.name)}
            />
          </>
        )}
      </ViewBar>
      <div className="min-h-0 grow overflow-y-auto px-4 pb-4">
        {(status === 'loading' || (project && !shown)) && <Skeleton label={t('project.opening')} />}
        {failure && (
          <Failed
            failure={failure}
            action={<Button onClick={() => void readAgain()}>{t('common.tryAgain')}</Button>}
          />
        )}
        {status === 'gone' && <Gone id={id} />}
        {shown && project && project.id === id && (
          <div
            className={`flex flex-col gap-4 ${roomy ? 'sm:grid sm:grid-cols-[minmax(0,1fr)_14rem] sm:items-start sm:gap-6' : ''}`}
          >
            <div className="flex min-w-0 flex-col gap-4">
              <ProjectHead key={id} project={project} />
              <ProjectNotes key={`notes ${id}`} project={project} timeline={roomy} />
            </div>
            {roomy && <ProjectSources project={project} />}
          </div>
        )}
      </div>
    </>
  );
}
