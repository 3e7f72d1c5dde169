import { useId, useState } from 'react';
import type { Index } from '../lib/library/schema.ts';
import { t } from '../lib/library/text.ts';
import { AliasTexts } from './AliasTexts.tsx';
import { focusOnAppear } from './focus-on-appear.ts';
import { StatusGlyph } from './StatusGlyph.tsx';

/** As many as a person reads before typing another letter. */
const shown = 8;

/**
 * Projects whose name or an alias holds the query, best first: a name that starts with it, then any start, then the
 * rest; the newest first among equals. An empty query gives the newest. Projects in the trash are left out.
 */
export function pickProjects(index: Index, query: string, limit: number) {
  const wanted = query.trim().toLowerCase();
  return Object.entries(index.projects)
    .filter(([, project]) => project.trashedAt === null)
    .map(([id, project]) => {
      const name = project.name.toLowerCase();
      const aliases = project.aliases.map(({ text }) => text.toLowerCase());
      const starts = aliases.some((alias) => alias.startsWith(wanted) || alias.slice(1).startsWith(wanted));
      const holds = name.includes(wanted) || aliases.some((alias) => alias.includes(wanted));
      return { id, project, rank: name.startsWith(wanted) ? 0 : starts ? 1 : holds ? 2 : 3 };
    })
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || b.project.updatedAt.localeCompare(a.project.updatedAt))
    .slice(0, limit);
}

/** Finds one project by name or alias: type, arrows, Enter. The list stands in the page, not over it. */
export function ProjectPicker(props: {
  index: Index;
  onPick: (projectId: string) => void;
  onCancel?: () => void;
  label?: string;
  takesFocus?: boolean;
}) {
  const list = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = pickProjects(props.index, query, shown);
  const at = Math.min(active, found.length - 1);

  return (
    <div className="flex flex-col gap-1">
      <input
        ref={props.takesFocus ? focusOnAppear : null}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label={props.label ?? t('picker.label')}
        placeholder={t('picker.placeholder')}
        autoComplete="off"
        spellCheck="false"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setActive(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && found[at]) props.onPick(found[at].id);
          else if (event.key === 'Escape' && props.onCancel) {
            event.stopPropagation();
            props.onCancel();
          } else return;
          event.preventDefault();
        }}
        className="field"
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('common.projectsTitle')}
        className="flex max-h-44 flex-col overflow-y-auto"
      >
        {found.map(({ id, project }, row) => (
          <div
            key={id}
            id={`${list}-${row}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === at}
            onPointerMove={() => setActive(row)}
            onClick={() => props.onPick(id)}
            onKeyDown={(event) => event.key === 'Enter' && props.onPick(id)}
            className="flex min-h-7 items-center gap-2 rounded-sm border border-transparent px-2 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]"
          >
            <StatusGlyph status={project.status} labelled />
            <span className="truncate">{project.name}</span>
            <AliasTexts aliases={project.aliases} className="ms-auto ps-2" />
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? 'px-2 text-soft' : 'sr-only'}>
        {found.length === 0 ? t('picker.none') : t('library.found', { count: found.length })}
      </p>
    </div>
  );
}
