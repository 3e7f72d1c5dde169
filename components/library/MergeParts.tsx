import { type ReactNode, useId } from 'react';
import type { Project } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { AliasChip } from '../AliasChip.tsx';
import { StatusGlyph, statusName } from '../StatusGlyph.tsx';
import { TagChip } from './TagChip.tsx';

type Shown = Pick<Project, 'name' | 'status' | 'thesis' | 'aliases' | 'tags'>;

/** A project at a glance: name, status, aliases, tags, thesis, and how many notes it has. */
export function ProjectCard(props: { project: Shown; notes: number; headed?: ReactNode; marked?: boolean }) {
  const { project } = props;
  const title = useId();
  return (
    <section
      aria-labelledby={title}
      className={`flex min-w-0 flex-col gap-1.5 rounded-lg border bg-sheet p-3 ${props.marked ? 'border-accent' : 'border-line'}`}
    >
      {props.headed}
      <h3 id={title} className="flex items-start gap-2">
        <span className="mt-0.5">
          <StatusGlyph status={project.status} labelled />
        </span>
        <span className="min-w-0 font-serif text-lead font-semibold wrap-anywhere">{project.name}</span>
        <span className="ms-auto shrink-0 pt-0.5 text-small text-soft">
          {t('common.notes', { count: props.notes })}
        </span>
      </h3>
      <div className="flex flex-wrap gap-1">
        {project.aliases.length === 0 && <span className="text-small text-soft">{t('merge.noAliases')}</span>}
        {project.aliases.map((alias) => (
          <AliasChip key={`${alias.text} ${alias.site}`} alias={alias} />
        ))}
      </div>
      {project.tags && (
        <div className="flex flex-wrap gap-1">
          {project.tags.map((tag) => (
            <TagChip key={tag} tag={tag} />
          ))}
        </div>
      )}
      <p
        dir="auto"
        className={`max-h-40 overflow-y-auto whitespace-pre-wrap wrap-anywhere ${project.thesis ? 'font-serif' : 'text-small text-soft'}`}
      >
        {project.thesis || t('merge.noThesis')}
      </p>
    </section>
  );
}

/** One of two or three for a part of the merged project: radio buttons that show what each would be. */
export function MergeChoiceOf<Value extends string>(props: {
  legend: string;
  value: Value;
  options: readonly { value: Value; shown: ReactNode }[];
  onChange: (value: Value) => void;
}) {
  const group = useId();
  return (
    <fieldset className="flex flex-wrap items-start gap-x-3 gap-y-0.5">
      <legend className="float-start w-16 py-1 text-small text-soft">{props.legend}</legend>
      <div className="flex min-w-0 grow basis-48 flex-wrap gap-1">
        {props.options.map(({ value, shown }) => (
          <label
            key={value}
            className="relative flex min-h-7 max-w-full min-w-0 items-center gap-1.5 rounded-md border border-line bg-sheet px-2 py-0.5 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight]"
          >
            <input
              type="radio"
              name={group}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
              className="shrink-0 outline-none"
            />
            {shown}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A status with its name, as a choice shows it. */
export const StatusShown = ({ status }: Pick<Project, 'status'>) => (
  <>
    <StatusGlyph status={status} />
    {statusName(status ?? 'none')}
  </>
);
