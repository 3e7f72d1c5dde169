import { useMemo } from 'react';
import type { Settings } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { shortAddress } from '../../lib/mentions/addresses.ts';
import { type Entry, EntryList } from './EntryList.tsx';
import { Part } from './Part.tsx';
import { useSetting, useSettings } from './use-setting.ts';

interface Ignored extends Entry {
  rule: Settings['ignored'][number];
}

/** What the user asked not to see, everywhere or on a site, with the way back for each. */
export function IgnoredMentions() {
  const { ignored } = useSettings();
  const { setWithUndo } = useSetting();
  const entries = useMemo(() => ignored.map(entryOf).sort(byText), [ignored]);
  const heed = ({ rule, text }: Ignored) =>
    void setWithUndo({ type: 'heed-mention', ...rule }, t('options.sites.heeded', { text }), {
      type: 'ignore-mention',
      ...rule,
    });
  return (
    <Part title={t('options.sites.ignored')} about={t('options.sites.ignoredAbout')}>
      <EntryList
        label={t('options.sites.ignoredList')}
        entries={entries}
        empty={t('options.sites.ignoredEmpty')}
        action={t('library.showAgain')}
        actionOf={({ text, detail }) => t('options.sites.showAgainOf', { text, where: detail ?? '' })}
        onRemove={heed}
      />
    </Part>
  );
}

const entryOf = (rule: Settings['ignored'][number]): Ignored => ({
  rule,
  key: `${rule.key} ${rule.site ?? ''}`,
  text: written(rule.key),
  detail: rule.site === null ? t('options.sites.everywhere') : t('options.sites.onSite', { site: rule.site }),
});

/** A name, a domain or an address as it is written; a sigil is part of what it stands before. */
const written = (key: string): string => {
  const named = /^(?:name|domain|address):(.+)$/s.exec(key)?.[1];
  return named === undefined ? key : shortAddress(named);
};

const byText = (a: Entry, b: Entry): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
