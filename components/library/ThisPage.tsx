import { Highlighter } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { aliasTableOf } from '../../lib/library/alias-statuses.ts';
import { ignoredNames } from '../../lib/library/ignored.ts';
import { isOn } from '../../lib/library/site-state.ts';
import { number, t } from '../../lib/library/text.ts';
import type { AliasTable } from '../../lib/mentions/resolve.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { projectsHere, useNamedHere } from '../../lib/state/named-here.ts';
import { pageProjects } from '../../lib/state/page-projects.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Empty } from '../Empty.tsx';
import { Phrase } from '../Phrase.tsx';
import { Skeleton } from '../Skeleton.tsx';
import { FoundBy } from './FoundBy.tsx';
import { Ignored } from './Ignored.tsx';
import { JumpRow } from './JumpRow.tsx';
import { LongList } from './LongList.tsx';
import { LookAlikeHosts } from './LookAlikeHosts.tsx';
import { MayMean } from './MayMean.tsx';
import { NotRunning, SwitchedOff } from './NoPage.tsx';
import { ProjectRow } from './ProjectRow.tsx';
import { Section } from './Section.tsx';
import { UnknownRows } from './UnknownRows.tsx';

const noAliases: AliasTable = new Map();
const idOf = ({ id }: { id: string }): string => id;

/** What stands on the open page: known projects first, then mentions that could become one. */
export function ThisPage() {
  const page = useThisPage();
  const index = useLibrary((library) => library.index);
  const { projects } = index;
  const settings = useLibrary((library) => library.settings);
  // Of no use before the page has said something, which would wait for it.
  const quiet = page.mentions.length === 0;
  const table = useMemo(() => (quiet ? noAliases : aliasTableOf(index)), [index, quiet]);
  const found = useMemo(
    () => pageProjects(page, table, projects, settings),
    [page, table, projects, settings],
  );

  const { named, hosts: linked, cut } = useNamedHere();
  const hosts = useMemo(() => [page.site.replace(/:\d+$/, ''), ...linked], [page.site, linked]);
  const ignored = useMemo(
    () => [
      ...found.ignored.flatMap(({ mentions }) => mentions),
      ...ignoredNames(settings.ignored, page.site),
    ],
    [found, settings.ignored, page.site],
  );

  const here = useMemo(
    () =>
      projectsHere(found.known, named, projects).flatMap((project) => {
        const entry = projects[project.id];
        return entry ? [{ ...project, entry }] : [];
      }),
    [found, named, projects],
  );

  const off = !isOn(settings, page.site);
  if (page.status === 'looking') return <Skeleton label={t('page.looking')} />;
  if (page.status === 'away') return <NotRunning />;
  if (off) return <SwitchedOff site={page.site} />;
  if (here.length + found.shared.length + found.unknown.length + ignored.length === 0)
    return (
      <>
        <LookAlikeHosts hosts={hosts} />
        <Empty icon={Highlighter} title={t('page.none')}>
          <Phrase
            of="page.noneWhat"
            ticker={<b className="font-medium text-ink">$TICKER</b>}
            handle={<b className="font-medium text-ink">@handle</b>}
            tag={<b className="font-medium text-ink">#tag</b>}
          />
        </Empty>
        {page.slowed && <ReadLessOften />}
      </>
    );

  return (
    <>
      <LookAlikeHosts hosts={hosts} />
      {here.length > 0 && (
        <Section title={t('page.yours')} count={here.length}>
          <LongList
            items={here}
            keyOf={idOf}
            row={({ id, entry, count, mentions, found }, tabIndex) => (
              <JumpRow row={id} name={entry.name} mentions={mentions} tabIndex={tabIndex}>
                <ProjectRow
                  id={id}
                  entry={entry}
                  tabIndex={tabIndex}
                  end={<span className="shrink-0 text-small text-soft">×{number(count)}</span>}
                  below={found.length > 0 && <FoundBy found={found} />}
                />
              </JumpRow>
            )}
          />
        </Section>
      )}
      {found.shared.map((group) => (
        <MayMean key={group.key} group={group} />
      ))}
      {found.unknown.length > 0 && <UnknownRows groups={found.unknown} />}
      <Ignored mentions={ignored} site={page.site} />
      {cut && <Remark>{t('page.long')}</Remark>}
      {page.slowed && <ReadLessOften />}
    </>
  );
}

const ReadLessOften = () => <Remark>{t('page.slowed')}</Remark>;

const Remark = ({ children }: { children: ReactNode }) => (
  <p className="px-2 py-1 text-small text-soft text-pretty">{children}</p>
);
