import { useMemo } from 'react';
import type { StoredProject } from '../../lib/library/schema.ts';
import { language, t } from '../../lib/library/text.ts';
import { sourcesOf } from '../../lib/library/timeline.ts';
import { useProject } from '../../lib/state/project.ts';
import { Link } from '../Link.tsx';
import { SourceLink } from '../NoteList.tsx';
import { Phrase } from '../Phrase.tsx';

/** Where a project was met first, and the pages its notes were taken from. */
export function ProjectSources({ project }: { project: StoredProject }) {
  const { notes, questions, first, more } = useProject();
  const sources = useMemo(() => {
    const all = new Map([...notes, ...questions, ...(first ? [first] : [])].map((note) => [note.id, note]));
    return sourcesOf([...all.values()]);
  }, [notes, questions, first]);
  const source = first?.source;
  const since = new Date(source?.date ?? project.createdAt);
  const date = (
    <time dateTime={since.toISOString()} className="whitespace-nowrap">
      {since.toLocaleDateString(language(), { day: 'numeric', month: 'short', year: 'numeric' })}
    </time>
  );
  return (
    <aside aria-label={t('panel.origins')} className="flex min-w-0 flex-col gap-3 text-small text-soft">
      <div className="flex flex-col items-start">
        <p>
          <Phrase of={source ? 'panel.firstSeen' : 'panel.keptSince'} date={date} />
        </p>
        {source && <SourceLink source={source} />}
      </div>
      {sources.length > 0 && (
        <section className="flex flex-col gap-1">
          <h3 className="font-medium">{t('panel.sources')}</h3>
          <ul className="flex flex-col gap-1.5">
            {sources.map(({ source: { url, title }, count }) => (
              <li key={url} className="flex min-w-0 items-baseline gap-2">
                <span className="min-w-0 grow">
                  <Link
                    to={url}
                    className="block truncate text-ink underline decoration-line underline-offset-2 hover:decoration-current"
                  >
                    {title || url}
                  </Link>
                  <span className="block truncate">{URL.parse(url)?.host.replace(/^www\./, '')}</span>
                </span>
                {count > 1 && <span className="shrink-0">×{count}</span>}
              </li>
            ))}
          </ul>
          {more && <p>{t('panel.sourcesShown')}</p>}
        </section>
      )}
    </aside>
  );
}
