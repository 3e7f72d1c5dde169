import { number, t } from '../../lib/library/text.ts';
import { trashIn } from '../../lib/library/trash.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { Part, Sheet } from './Part.tsx';

const documents = [
  { name: 'README.md', about: 'readme' },
  { name: 'CHANGELOG.md', about: 'changelog' },
  { name: 'docs/threat-model.md', about: 'threats' },
  { name: 'docs/performance.md', about: 'performance' },
  { name: 'docs/evaluation.md', about: 'evaluation' },
  { name: 'docs/decisions/', about: 'decisions' },
];

/** Which Underline this is, what the library holds, and where more is written. */
export function About({ version }: { version: string }) {
  const counts = useLibrary((library) => library.counts);
  const trashed = useLibrary((library) => trashIn(library.index).length);
  const facts = [
    { name: t('options.about.version'), value: version },
    { name: t('options.about.licence'), value: t('options.about.licenceName') },
    { name: t('common.projectsTitle'), value: number(counts.projects) },
    { name: t('common.notesTitle'), value: number(counts.notes) },
    { name: t('options.about.trash'), value: number(trashed) },
  ];
  return (
    <>
      <Sheet>
        <dl className="flex flex-col divide-y divide-line">
          {facts.map(({ name, value }) => (
            <div key={name} className="flex min-h-9 flex-wrap items-center gap-x-4 px-4 py-1.5">
              <dt className="min-w-32 flex-1 text-soft">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
      <Part title={t('options.about.documents')} about={t('options.about.documentsAbout')}>
        <Sheet>
          <dl className="flex flex-col divide-y divide-line">
            {documents.map(({ name, about }) => (
              <div key={name} className="px-4 py-2">
                <dt>
                  <bdi className="font-medium">{name}</bdi>
                </dt>
                <dd className="text-soft text-pretty">{t(`options.about.document.${about}`)}</dd>
              </div>
            ))}
          </dl>
        </Sheet>
      </Part>
    </>
  );
}
