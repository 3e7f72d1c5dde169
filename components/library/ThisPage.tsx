import { Highlighter } from 'lucide-react';
import { useMemo } from 'react';
import { aliasTableOf } from '../../lib/library/alias-statuses.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { pageProjects } from '../../lib/state/page-projects.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Empty } from '../Empty.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { Ignored } from './Ignored.tsx';
import { MayMean } from './MayMean.tsx';
import { NotRunning, SwitchedOff } from './NoPage.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { Section } from './Section.tsx';
import { UnknownRows } from './UnknownRows.tsx';

/** What stands on the open page: known projects first, then mentions that could become one. */
export function ThisPage() {
  const page = useThisPage();
  const index = useLibrary((library) => library.index);
  const { projects } = index;
  const settings = useLibrary((library) => library.settings);
  const table = useMemo(() => aliasTableOf(index), [index]);
  const found = useMemo(
    () => pageProjects(page.mentions, page.site, table, projects, settings.ignored),
    [page, table, projects, settings.ignored],
  );

  const off = settings.paused || settings.sitesOff.includes(page.site);
  if (page.status === 'looking') return <Skeleton label="Looking at this page" />;
  if (page.status === 'away') return <NotRunning />;
  if (off) return <SwitchedOff site={page.site} />;
  if (found.known.length + found.shared.length + found.unknown.length + found.ignored.length === 0)
    return (
      <Empty icon={Highlighter} title="No projects on this page">
        Underline looks for <b className="font-medium text-ink">$TICKER</b>,{' '}
        <b className="font-medium text-ink">@handle</b> and <b className="font-medium text-ink">#tag</b>. What
        it finds turns up here, and tinted on the page.
      </Empty>
    );

  return (
    <>
      {found.known.length > 0 && (
        <Section title="Your projects" count={found.known.length}>
          <ul>
            {found.known.map(({ id, count }) => {
              const entry = projects[id];
              return (
                entry && (
                  <li key={id}>
                    <ProjectRow
                      id={id}
                      entry={entry}
                      end={<span className="shrink-0 text-small text-soft">×{count}</span>}
                    />
                  </li>
                )
              );
            })}
          </ul>
        </Section>
      )}
      {found.shared.map((group) => (
        <MayMean key={group.key} group={group} />
      ))}
      {found.unknown.length > 0 && <UnknownRows groups={found.unknown} />}
      <Ignored groups={found.ignored} site={page.site} />
    </>
  );
}
