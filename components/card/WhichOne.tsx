import { ChevronRight } from 'lucide-react';
import { StatusGlyph } from '../StatusGlyph.tsx';
import type { Meant } from './use-meaning.ts';

/** Several projects share the alias: asks which one is meant on this site. */
export function WhichOne(props: {
  /** Empty where there is none on which the choice could be remembered. */
  site: string;
  projects: Meant[];
  onChoose: (id: string) => void;
  onNone?: () => void;
}) {
  return (
    <div className="flex flex-col gap-3 px-4 pb-4">
      <p className="text-soft text-pretty">
        {props.projects.length} of your projects go by this.{' '}
        {props.site === ''
          ? 'Which one do you want to see?'
          : `Which one is it on ${props.site}? Underline will remember.`}
      </p>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet">
        {props.projects.map(({ id, project }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => props.onChoose(id)}
              className="flex w-full flex-wrap items-center gap-x-2.5 px-3 py-2 text-start hover:bg-hover"
            >
              <StatusGlyph status={project.status} labelled />
              <span className="min-w-0 grow basis-32">
                <span className="block truncate text-lead font-medium">{project.name}</span>
                <span className="block truncate text-small text-soft">
                  {project.aliases.map(({ text }) => text).join(' ')}
                </span>
              </span>
              <span className="shrink-0 text-small text-soft">
                {project.notes === 1 ? '1 note' : `${project.notes} notes`}
              </span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-soft rtl:-scale-x-100" />
            </button>
          </li>
        ))}
      </ul>
      {props.onNone && (
        <button
          type="button"
          onClick={props.onNone}
          className="self-start rounded-sm text-soft underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
        >
          None of these
        </button>
      )}
    </div>
  );
}
