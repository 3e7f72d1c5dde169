import { Tag } from 'lucide-react';
import type { Alias } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { AliasTexts } from '../AliasTexts.tsx';

/** The rest of the row; in large letters a line of its own, in a list whose rows wrap. */
const place = 'w-0 min-w-0 grow text-start large:order-1 large:basis-full large:ps-6';

/** What a project is called and how it is tagged, in one line that is cut where it ends. */
export function AliasesAndTags({ aliases, tags }: { aliases: Alias[]; tags?: string[] | undefined }) {
  const texts = <AliasTexts aliases={aliases} className={place} />;
  if (!tags) return texts;
  return (
    <span className={`truncate text-small text-soft ${place}`}>
      {aliases.length > 0 && <AliasTexts aliases={aliases} className="pe-2" />}{' '}
      <Tag role="img" aria-label={t('tag.title')} className="inline size-3" strokeWidth={1.75} />{' '}
      {tags.map((tag, at) => (
        <span key={tag}>
          {at > 0 && ', '}
          <bdi>{tag}</bdi>
        </span>
      ))}
    </span>
  );
}
