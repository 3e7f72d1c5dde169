import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Meant } from '../../lib/library/likely-meaning.ts';
import { t } from '../../lib/library/text.ts';
import type { ShowMention } from '../../lib/mentions/card-talk.ts';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { useLikely } from '../use-likely.ts';
import { WhyLikely } from '../WhyLikely.tsx';

/** Several projects share the alias: asks which one is meant on this site, the likeliest first. */
export function WhichOne(props: {
  request: ShowMention;
  projects: Meant[];
  /** The one that the user chose before, when they ask for another. */
  current: string | null;
  onChoose: (id: string) => void;
  onNone?: () => void;
}) {
  const { request, projects, current } = props;
  const { site } = request;
  const place = useMemo(
    () => ({
      key: request.mention.key,
      site: request.site,
      beside: request.beside.map(({ key }) => key),
      onPage: request.onPage,
    }),
    [request],
  );
  const likely = useLikely(projects, place);
  return (
    <div className="flex flex-col gap-3 px-4 pb-4">
      <p className="text-soft text-pretty">
        {site === ''
          ? t('card.whichToSee', { count: projects.length })
          : t('card.whichOn', { count: projects.length, site })}
      </p>
      {likely && (
        <ul
          // Asked for in the menu, which gave the focus back to its button.
          ref={current === null ? undefined : focusFirst}
          className="flex flex-col divide-y divide-line rounded-lg border border-line bg-sheet"
        >
          {likely.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                aria-current={each.id === current ? 'true' : undefined}
                onClick={() => props.onChoose(each.id)}
                className="flex w-full flex-wrap items-center gap-x-2.5 px-3 py-2 text-start hover:bg-hover"
              >
                <StatusGlyph status={each.project.status} labelled />
                <span className="min-w-0 grow basis-32">
                  <span className="block truncate text-lead font-medium">{each.project.name}</span>
                  {each.id === current ? (
                    <span className="block text-small text-soft">{t('card.shownUntilNow')}</span>
                  ) : (
                    <WhyLikely likely={each} site={site} />
                  )}
                </span>
                {each.project.notes > 0 && (
                  <span className="shrink-0 text-small text-soft">
                    {t('common.notes', { count: each.project.notes })}
                  </span>
                )}
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-soft rtl:-scale-x-100" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {likely && props.onNone && (
        <button
          type="button"
          onClick={props.onNone}
          className="self-start rounded-sm text-soft underline decoration-line underline-offset-3 hover:text-ink hover:decoration-current"
        >
          {t('card.noneOfThese')}
        </button>
      )}
    </div>
  );
}

const focusFirst = (list: HTMLElement | null): void => list?.querySelector('button')?.focus();
