import type { Likely } from '../lib/library/likely-meaning.ts';
import { AliasTexts } from './AliasTexts.tsx';
import { RelativeDate } from './relative-date.tsx';

/** Why an alias probably means this project on `site`; its aliases where nothing speaks for it. */
export function WhyLikely({ likely, site }: { likely: Likely; site: string }) {
  const { evidence, likeliest, project } = likely;
  if (!evidence) return <AliasTexts aliases={project.aliases} className="block" />;
  return (
    <span className="block text-small text-soft text-pretty wrap-anywhere">
      {likeliest && evidence.kind !== 'newest' && <span className="font-medium text-ink">Likely: </span>}
      {evidence.kind === 'beside' && (
        <>
          <bdi>{evidence.text}</bdi> is named beside it
        </>
      )}
      {evidence.kind === 'page' && (
        <>
          <bdi>{evidence.text}</bdi> is on this page too
        </>
      )}
      {evidence.kind === 'tied' && (
        <>
          You chose it for <bdi>{evidence.text}</bdi> on {site}
        </>
      )}
      {evidence.kind === 'noted' &&
        (evidence.notes === 1
          ? `1 note of it is from ${site}`
          : `${evidence.notes} notes of it are from ${site}`)}
      {evidence.kind === 'chosen' && `Chosen on ${evidence.site}`}
      {evidence.kind === 'newest' && (
        <>
          Newest note <RelativeDate instant={evidence.date} />
        </>
      )}
    </span>
  );
}
