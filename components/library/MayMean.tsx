import { useMemo } from 'react';
import type { Likely } from '../../lib/library/likely-meaning.ts';
import { t } from '../../lib/library/text.ts';
import { tiedTo } from '../../lib/library/tie-alias.ts';
import { useLibrary } from '../../lib/state/library.ts';
import type { MentionGroup } from '../../lib/state/page-projects.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { Button } from '../Button.tsx';
import { StatusGlyph } from '../StatusGlyph.tsx';
import { useLikely } from '../use-likely.ts';
import { WhyLikely } from '../WhyLikely.tsx';
import { Section } from './Section.tsx';
import { useCommand } from './use-command.ts';
import { useView } from './view.tsx';

/** An alias on this page that several projects have: opens them, or says which one it is on this site. */
export function MayMean({ group }: { group: MentionGroup }) {
  const { site, mentions } = useThisPage();
  const index = useLibrary((library) => library.index);
  const { runWithUndo } = useCommand();
  const place = useMemo(
    () => ({ key: group.key, site, beside: [], onPage: mentions.map(({ key }) => key) }),
    [group.key, site, mentions],
  );
  const meant = useMemo(
    () =>
      group.claimedBy.flatMap((id) => {
        const project = index.projects[id];
        return project ? [{ id, project }] : [];
      }),
    [group.claimedBy, index],
  );
  const likely = useLikely(meant, place);

  const texts = group.mentions.map(({ text }) => text);
  const choose = async ({ id, project }: Likely, button: HTMLElement) => {
    // The button goes with its row; the list that it was in takes the focus.
    button.closest<HTMLElement>('[role=tabpanel]')?.focus({ preventScroll: true });
    // One alias after another, as each is tied by itself; rarely there is more than one.
    for (const { key, text } of group.mentions) {
      const tie = { type: 'tie-alias' as const, text, site };
      await runWithUndo({ ...tie, ids: [id] }, t('card.meansOn', { alias: text, name: project.name, site }), {
        ...tie,
        ids: tiedTo(index, key, site),
      });
    }
  };

  return (
    <Section title={t('library.mayMean', { aliases: texts.join(' ') })} count={group.claimedBy.length}>
      {/* As high before the order is known. */}
      <ul className={likely ? '' : 'invisible'}>
        {(likely ?? meant.map((each) => ({ ...each, evidence: null, likeliest: false }))).map((each) => (
          <li key={each.id} className="flex flex-wrap items-center justify-end gap-x-1">
            <OpenProject likely={each} site={site} />
            {site !== '' && (
              <Button
                look="accent"
                aria-label={t('library.itIsThisOn', {
                  aliases: texts.join(' '),
                  name: each.project.name,
                  site,
                })}
                onClick={({ currentTarget }) => void choose(each, currentTarget)}
              >
                {t('library.itIsThis')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpenProject({ likely, site }: { likely: Likely; site: string }) {
  const { open } = useView();
  const { id, project } = likely;
  return (
    <button
      type="button"
      data-row={id}
      onClick={() => open({ name: 'project', id })}
      className="flex min-h-11 min-w-0 grow basis-40 items-center gap-2 rounded-md border border-transparent px-2 py-1 text-start hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2"
    >
      <StatusGlyph status={project.status} labelled />
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">{project.name}</span>
        <WhyLikely likely={likely} site={site} />
      </span>
    </button>
  );
}
