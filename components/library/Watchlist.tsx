import { Telescope } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../lib/library/text.ts';
import { watchlist } from '../../lib/library/watchlist.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Button } from '../Button.tsx';
import { Empty } from '../Empty.tsx';
import { Phrase } from '../Phrase.tsx';
import { statusName } from '../StatusGlyph.tsx';
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
        title={t('library.emptyWatchlist')}
        action={
          <Button look="solid" onClick={() => open({ name: 'add' })}>
            {t('library.add')}
          </Button>
        }
      >
        <Phrase
          of="library.emptyWatchlistTry"
          ticker={<b className="font-medium text-ink">$TICKER</b>}
          handle={<b className="font-medium text-ink">@handle</b>}
        />
      </Empty>
    );
  return (
    <>
      {groups.map(({ status, projects }) => (
        <Section key={status ?? 'none'} title={statusName(status ?? 'none')} count={projects.length}>
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
