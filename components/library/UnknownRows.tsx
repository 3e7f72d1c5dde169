import { useMemo } from 'react';
import { lookAlikesIn } from '../../lib/library/look-alikes-in.ts';
import { useLibrary } from '../../lib/state/library.ts';
import type { MentionGroup } from '../../lib/state/page-projects.ts';
import { Section } from './Section.tsx';
import { UnknownRow } from './UnknownRow.tsx';

/** Other unknown mentions offered as aliases of the one being kept. */
const offeredAtMost = 6;

/** The mentions of a page that mean no project yet; those that could be taken for a kept one come first. */
export function UnknownRows({ groups }: { groups: MentionGroup[] }) {
  const index = useLibrary((library) => library.index);
  const rows = useMemo(() => {
    const lookAlike = lookAlikesIn(index);
    const told = groups.map((group) => ({
      group,
      like: group.mentions.reduce<ReturnType<typeof lookAlike>>(
        (met, { text }) => met ?? lookAlike(text),
        null,
      ),
    }));
    return told.toSorted((a, b) => Number(b.like !== null) - Number(a.like !== null));
  }, [groups, index]);

  return (
    <Section title="Not in your library" count={rows.length}>
      <ul>
        {rows.map(({ group, like }) => (
          <li key={group.key}>
            <UnknownRow
              group={group}
              like={like}
              others={rows
                .filter((other) => other.group !== group && other.like === null)
                .flatMap(({ group: { mentions } }) => mentions.map(({ text }) => text))
                .slice(0, offeredAtMost)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
