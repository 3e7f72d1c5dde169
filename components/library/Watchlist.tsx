import { Telescope } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type WatchlistGroup, watchlist } from '../../lib/library/watchlist.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { statusNames } from '../StatusGlyph.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { Section } from './Section.tsx';
import { useView } from './view.tsx';

/** Rows a group shows at first, and with each "more": enough to fill a screen, few enough to paint at once. */
const page = 60;

function Group({ group: { status, projects } }: { group: WatchlistGroup }) {
  const [shown, setShown] = useState(page);
  return (
    <Section title={statusNames[status ?? 'none']} count={projects.length}>
      <ul>
        {projects.slice(0, shown).map((project) => (
          <li key={project.id}>
            <ProjectRow id={project.id} entry={project} />
          </li>
        ))}
      </ul>
      {projects.length > shown && (
        <Button look="quiet" className="ms-1" onClick={() => setShown(shown + page)}>
          Show {Math.min(page, projects.length - shown)} more
        </Button>
      )}
    </Section>
  );
}

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
      {groups.map((group) => (
        <Group key={group.status ?? 'none'} group={group} />
      ))}
    </>
  );
}
