import type { Likely } from '../lib/library/likely-meaning.ts';
import { t } from '../lib/library/text.ts';
import { AliasTexts } from './AliasTexts.tsx';
import { Phrase } from './Phrase.tsx';
import { RelativeDate } from './relative-date.tsx';

/** Why an alias probably means this project on `site`; its aliases where nothing speaks for it. */
export function WhyLikely({ likely, site }: { likely: Likely; site: string }) {
  const { evidence, likeliest, project } = likely;
  if (!evidence) return <AliasTexts aliases={project.aliases} className="block" />;
  return (
    <span className="block text-small text-soft text-pretty wrap-anywhere">
      {likeliest && evidence.kind !== 'newest' && (
        <>
          <span className="font-medium text-ink">{t('why.likely')}</span>{' '}
        </>
      )}
      {evidence.kind === 'beside' && <Phrase of="why.beside" alias={<bdi>{evidence.text}</bdi>} />}
      {evidence.kind === 'page' && <Phrase of="why.page" alias={<bdi>{evidence.text}</bdi>} />}
      {evidence.kind === 'tied' && <Phrase of="why.tied" alias={<bdi>{evidence.text}</bdi>} site={site} />}
      {evidence.kind === 'noted' && t('why.noted', { count: evidence.notes, site })}
      {evidence.kind === 'chosen' && t('why.chosen', { site: evidence.site })}
      {evidence.kind === 'newest' && (
        <Phrase of="why.newest" date={<RelativeDate instant={evidence.date} />} />
      )}
    </span>
  );
}
