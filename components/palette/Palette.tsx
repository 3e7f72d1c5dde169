import { useCallback, useId, useRef, useState } from 'react';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { AliasTexts } from '../AliasTexts.tsx';
import { focusOnAppear } from '../focus-on-appear.ts';
import { pickProjects } from '../ProjectPicker.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { findActions, type PaletteAction } from './find-actions.ts';
import { usePaletteKey } from './use-palette-key.ts';

/** Projects shown at once: an empty query gives the last changed, a query the best. */
const mostRecent = 5;
const mostFound = 8;

interface PaletteProps {
  actions: readonly PaletteAction[];
  onProject: (id: string) => void;
}

/** Ctrl/⌘ K: goes to any project and does anything that can be done here, by its name. */
export function Palette(props: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const toggle = useCallback(() => {
    if (dialog.current?.open) dialog.current.close();
    else {
      setOpen(true);
      // The dialog gives the focus back to where it was.
      dialog.current?.showModal();
    }
  }, []);
  usePaletteKey(toggle);
  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      // The event comes a moment later: it may be open again by then.
      onClose={() => setOpen(dialog.current?.open === true)}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
      // The dialog closes by itself; what is under it does not go back as well.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      className="mx-auto mt-[12vh] mb-auto max-h-[76vh] w-120 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-lg border border-line bg-sheet p-0 text-ink shadow-float backdrop:bg-[oklch(0.2_0.01_70/0.35)] open:flex open:animate-appear"
    >
      {isOpen && <Choices {...props} onDone={() => dialog.current?.close()} />}
    </dialog>
  );
}

function Choices({ actions, onProject, onDone }: PaletteProps & { onDone: () => void }) {
  const list = useId();
  const index = useLibrary((library) => library.index);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = findActions(query, actions);
  const projects = pickProjects(index, query, query.trim() === '' ? mostRecent : mostFound);
  const count = projects.length + found.length;
  const at = Math.min(active, count - 1);

  const pick = (row: number) => {
    const project = projects[row];
    const action = found[row - projects.length];
    // Closed first: what is opened may take the focus.
    onDone();
    if (project) onProject(project.id);
    else action?.run();
  };
  const go = (row: number) => {
    setActive(row);
    document.getElementById(`${list}-${row}`)?.scrollIntoView({ block: 'nearest' });
  };
  const option = (row: number) => ({
    id: `${list}-${row}`,
    role: 'option',
    tabIndex: -1,
    'aria-selected': row === at,
    'aria-setsize': count,
    'aria-posinset': row + 1,
    onPointerMove: () => setActive(row),
    onClick: () => pick(row),
    className:
      'flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2 aria-selected:bg-hover forced-colors:aria-selected:border-[Highlight]',
  });

  return (
    <div className="flex min-h-0 w-full flex-col">
      <input
        ref={focusOnAppear}
        type="text"
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={count > 0 ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={t('palette.field')}
        autoComplete="off"
        spellCheck="false"
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          go(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') go((at + 1) % Math.max(1, count));
          else if (event.key === 'ArrowUp') go((at - 1 + count) % Math.max(1, count));
          else if (event.key === 'Enter' && count > 0) pick(at);
          else return;
          event.preventDefault();
        }}
        className="min-h-11 w-full shrink-0 border-b border-line bg-transparent px-4 text-lead outline-none"
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('palette.choices')}
        className="flex min-h-0 flex-col overflow-y-auto p-1.5"
      >
        {projects.length > 0 && <Group title={t('common.projectsTitle')} />}
        {projects.map(({ id, project }, row) => (
          <div key={id} {...option(row)}>
            <StatusGlyph status={project.status} labelled />
            <span className="max-w-3/5 shrink-0 truncate">{project.name}</span>
            <AliasTexts aliases={project.aliases} className="ms-auto min-w-0 ps-2" />
          </div>
        ))}
        {found.length > 0 && <Group title={t('palette.title')} />}
        {found.map(({ id, title, icon: Icon }, i) => (
          <div key={id} {...option(projects.length + i)}>
            <Icon aria-hidden="true" className="size-4 shrink-0 text-soft" strokeWidth={1.75} />
            <span className="truncate">{title}</span>
          </div>
        ))}
      </div>
      <p role="status" className={count === 0 ? 'px-4 pb-4 text-soft' : 'sr-only'}>
        {count === 0 ? t('palette.nothing') : t('library.found', { count })}
      </p>
    </div>
  );
}

/** Says what follows; the options say it themselves to those who do not see it. */
const Group = ({ title }: { title: string }) => (
  <div role="presentation" className="px-2 pt-1.5 pb-0.5 text-small text-soft">
    {title}
  </div>
);
