import { useMemo } from 'react';
import { t } from '../../lib/library/text.ts';
import { AddSite } from './AddSite.tsx';
import { EntryList } from './EntryList.tsx';
import { IgnoredMentions } from './IgnoredMentions.tsx';
import { Part, Sheet } from './Part.tsx';
import { SiteMode } from './SiteMode.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { siteEntries } from './site-entries.ts';
import { useSetting, useSettings } from './use-setting.ts';

/** Where Underline runs, and which mentions it leaves alone there. */
export function Sites() {
  const { onlyOn, sitesOn, sitesOff, paused } = useSettings();
  const { set } = useSetting();
  return (
    <>
      <Sheet>
        <SwitchSetting
          label={t('page.pauseAll')}
          about={t('options.sites.pauseAbout')}
          on={paused}
          onChange={(on) => set({ type: 'pause', on })}
        />
      </Sheet>
      <SiteMode onlyOn={onlyOn} onChange={(only) => set({ type: 'set-settings', onlyOn: only })} />
      {onlyOn ? (
        <SiteList key="on" sites={sitesOn} which="on" />
      ) : (
        <SiteList key="off" sites={sitesOff} which="off" />
      )}
      <IgnoredMentions />
    </>
  );
}

/** `off`: the sites on which it is off; `on`: those on which it runs where it runs on chosen ones alone. */
function SiteList({ sites, which }: { sites: readonly string[]; which: 'on' | 'off' }) {
  const { set, setWithUndo } = useSetting();
  const entries = useMemo(() => siteEntries(sites), [sites]);
  /** The command by which a site is on this list or not. */
  const listing = (site: string, listed: boolean) =>
    which === 'on'
      ? ({ type: 'allow-site', site, on: listed } as const)
      : ({ type: 'switch-site', site, on: !listed } as const);
  const isOn = which === 'on';
  const label = t(isOn ? 'options.sites.onList' : 'options.sites.offList');
  return (
    <Part title={label}>
      <AddSite
        label={t(isOn ? 'options.sites.addOn' : 'options.sites.addOff')}
        sites={sites}
        onAdd={async (site) => (await set(listing(site, true))).ok}
      />
      <EntryList
        label={label}
        entries={entries}
        empty={t(isOn ? 'options.sites.onEmpty' : 'options.sites.offEmpty')}
        action={t('options.list.remove')}
        actionOf={({ text }) => t('options.list.removeOf', { text })}
        onRemove={({ key: site }) =>
          void setWithUndo(listing(site, false), t('options.sites.removed', { site }), listing(site, true))
        }
      />
    </Part>
  );
}
