import { useMemo, useState } from 'react';
import { lookAlikesIn } from '../../lib/library/look-alikes-in.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import type { MentionGroup } from '../../lib/state/page-projects.ts';
import { LongList } from './LongList.tsx';
import { Section } from './Section.tsx';
import { UnknownRow } from './UnknownRow.tsx';

/** Other unknown mentions offered as aliases of the one being kept. */
const offeredAtMost = 6;

const keyOf = ({ group }: { group: MentionGroup }): string => group.key;

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

  const offered = useMemo(
    () =>
      rows
        .filter(({ like }) => like === null)
        // One of them may be the row itself.
        .slice(0, offeredAtMost + 1)
        .flatMap(({ group }) => group.mentions.map(({ text }) => ({ of: group.key, text }))),
    [rows],
  );
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  return (
    <Section title={t('library.unknown')} count={rows.length}>
      <LongList
        items={rows}
        keyOf={keyOf}
        held={open}
        row={({ group, like }, tabIndex) => (
          <UnknownRow
            group={group}
            like={like}
            tabIndex={tabIndex}
            others={offered
              .filter(({ of }) => of !== group.key)
              .map(({ text }) => text)
              .slice(0, offeredAtMost)}
            onOpen={(on) =>
              setOpen((before) => new Set([...before, group.key].filter((key) => on || key !== group.key)))
            }
          />
        )}
      />
    </Section>
  );
}
