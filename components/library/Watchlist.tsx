import { Telescope } from 'lucide-react';
import { useMemo } from 'react';
import { watchlist } from '../../lib/library/watchlist.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { statusNames } from '../StatusGlyph.tsx';
import { LongList } from './LongList.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { Section } from './Section.tsx';
import { useView } from './view.tsx';

const idOf = ({ id }: { id: string }): string => id;

/** All projects by status. */
export function Watchlist() {
  const index = useLibrary((library) => library.index);
  const { open } = useView();
  const groups = useMemo(() => watchlist(index), [index]);

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
  return (
    <>
      {groups.map(({ status, projects }) => (
        <Section key={status ?? 'none'} title={statusNames[status ?? 'none']} count={projects.length}>
          <LongList
            items={projects}
            keyOf={idOf}
            row={(project, tabIndex) => <ProjectRow id={project.id} entry={project} tabIndex={tabIndex} />}
          />
        </Section>
      ))}
    </>
  );
}
