import { modifiers, tints } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { ChoiceSetting } from './ChoiceSetting.tsx';
import { DelaySetting } from './DelaySetting.tsx';
import { Sheet } from './Part.tsx';
import { Preview } from './Preview.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { useSetting, useSettings } from './use-setting.ts';

/** How mentions look on pages and when the card opens, with a post that shows it. */
export function Appearance() {
  const settings = useSettings();
  const { set } = useSetting();
  const type = 'set-settings' as const;
  return (
    <>
      <Preview settings={settings} />
      <Sheet>
        <ChoiceSetting
          label={t('options.appearance.tint')}
          about={t('options.appearance.tintAbout')}
          value={settings.tint}
          choices={tints.map((value) => ({ value, name: t(`options.appearance.tints.${value}`) }))}
          onChange={(tint) => set({ type, tint })}
        />
        <SwitchSetting
          label={t('options.appearance.markers')}
          about={t('options.appearance.markersAbout')}
          on={settings.markers}
          onChange={(markers) => set({ type, markers })}
        />
        <DelaySetting ms={settings.dwellMs} onChange={(dwellMs) => set({ type, dwellMs })} />
        <ChoiceSetting
          label={t('options.appearance.modifier')}
          about={t('options.appearance.modifierAbout')}
          value={settings.modifier}
          choices={modifiers.map((value) => ({ value, name: t(`options.appearance.modifiers.${value}`) }))}
          onChange={(modifier) => set({ type, modifier })}
        />
        <SwitchSetting
          label={t('options.appearance.badge')}
          about={t('options.appearance.badgeAbout')}
          on={settings.badge}
          onChange={(badge) => set({ type, badge })}
        />
      </Sheet>
    </>
  );
}
