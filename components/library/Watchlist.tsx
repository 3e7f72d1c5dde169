import { Telescope } from 'lucide-react';
import { useMemo } from 'react';
import { watchlist } from '../../lib/library/watchlist.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { statusNames } from '../StatusGlyph.tsx';
import { BulkBar } from './BulkBar.tsx';
import { LongList } from './LongList.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { Section } from './Section.tsx';
import { Selectable } from './Selectable.tsx';
import { useSelectionKeys } from './use-selection.ts';
import { useView } from './view.tsx';

const idOf = ({ id }: { id: string }): string => id;

/** All projects by status. */
export function Watchlist() {
  const index = useLibrary((library) => library.index);
  const { open, surface } = useView();
  const groups = useMemo(() => watchlist(index), [index]);
  const order = useMemo(() => groups.flatMap(({ projects }) => projects.map(idOf)), [groups]);
  const onKeyDown = useSelectionKeys(order);
  // The popup closes at any moment: what was chosen there would be gone.
  const selects = surface === 'panel';

  if (groups.length === 0)
    return (
      <Empty
        icon={Telescope}
        title="Nothing on your watchlist yet"
        action={
          <Button look="solid" onClick={() => open({ name: 'add' })}>
            Add a project
          </Button>
        }
      >
        Rest the pointer on a tinted <b className="font-medium text-ink">$TICKER</b> or{' '}
        <b className="font-medium text-ink">@handle</b> on any page and keep it as a project. It will be
        underlined wherever you meet it again.
      </Empty>
    );
  const row = (project: (typeof groups)[number]['projects'][number], tabIndex: 0 | -1) => (
    <ProjectRow id={project.id} entry={project} tabIndex={tabIndex} />
  );
  const lists = groups.map(({ status, projects }) => (
    <Section key={status ?? 'none'} title={statusNames[status ?? 'none']} count={projects.length}>
      <LongList
        items={projects}
        keyOf={idOf}
        row={(project, tabIndex) =>
          selects ? (
            <Selectable id={project.id} name={project.name} order={order} tabIndex={tabIndex}>
              {row(project, tabIndex)}
            </Selectable>
          ) : (
            row(project, tabIndex)
          )
        }
      />
    </Section>
  ));
  if (!selects) return lists;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the rows in it */}
      <div onKeyDown={onKeyDown}>{lists}</div>
      <BulkBar order={order} />
    </>
  );
}
