import { useState } from 'react';
import { type MergeChoice, mergedOf, type Side, thesesDiffer } from '../../lib/library/merge.ts';
import type { StoredProject } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { Button } from '../Button.tsx';
import { MergeChoiceOf, ProjectCard, StatusShown } from './MergeParts.tsx';

/** What the merged project will be, what is to be chosen for it, and both projects as they are, beside each other. */
export function MergePreview(props: {
  from: StoredProject;
  into: StoredProject;
  /** How many notes each has, the trash left out. */
  notes: Record<Side, number>;
  busy: boolean;
  onMerge: (choice: MergeChoice) => void;
  onCancel: () => void;
}) {
  const { from, into, notes } = props;
  const [choice, setChoice] = useState<MergeChoice>({
    name: 'into',
    status: into.status === null ? 'from' : 'into',
    thesis: 'both',
  });
  const sides = [into, from].map((project, at) => ({
    side: at === 0 ? ('into' as const) : ('from' as const),
    project,
  }));
  const text = (shown: string) => <bdi className="line-clamp-2 min-w-0 wrap-anywhere">{shown}</bdi>;
  return (
    <>
      <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-2">
        <div className="flex flex-col gap-2">
          <h3 className="text-small text-soft">{t('merge.result')}</h3>
          <ProjectCard marked project={mergedOf(from, into, choice)} notes={notes.from + notes.into} />
        </div>
        <div className="flex flex-col gap-2 empty:hidden">
          {from.name !== into.name && (
            <MergeChoiceOf
              legend={t('project.name.label')}
              value={choice.name}
              options={sides.map(({ side, project }) => ({ value: side, shown: text(project.name) }))}
              onChange={(name) => setChoice({ ...choice, name })}
            />
          )}
          {from.status !== into.status && (
            <MergeChoiceOf
              legend={t('status.legend')}
              value={choice.status}
              options={sides.map(({ side, project }) => ({
                value: side,
                shown: <StatusShown status={project.status} />,
              }))}
              onChange={(status) => setChoice({ ...choice, status })}
            />
          )}
          {thesesDiffer(from, into) && (
            <MergeChoiceOf<Side | 'both'>
              legend={t('project.thesis.label')}
              value={choice.thesis}
              options={[
                { value: 'both', shown: t('merge.both') },
                ...sides.map(({ side, project }) => ({ value: side, shown: text(project.thesis) })),
              ]}
              onChange={(thesis) => setChoice({ ...choice, thesis })}
            />
          )}
        </div>
        <p className="text-soft text-pretty">{t('merge.leaves')}</p>
        <div className="flex flex-col gap-2">
          <h3 className="text-small text-soft">{t('merge.now')}</h3>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))] gap-2">
            {sides.map(({ side, project }) => (
              <ProjectCard key={side} project={project} notes={notes[side]} />
            ))}
          </div>
        </div>
      </div>
      <div className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-4 py-2">
        <Button onClick={props.onCancel}>{t('common.cancel')}</Button>
        <Button look="solid" aria-disabled={props.busy} onClick={() => !props.busy && props.onMerge(choice)}>
          {t('merge.go')}
        </Button>
      </div>
    </>
  );
}
