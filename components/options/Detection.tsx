import { useMemo } from 'react';
import type { Settings } from '../../lib/library/schema.ts';
import { t } from '../../lib/library/text.ts';
import { Phrase } from '../Phrase.tsx';
import { EntryList } from './EntryList.tsx';
import { Part, Sheet } from './Part.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { siteEntries } from './site-entries.ts';
import { useSetting, useSettings } from './use-setting.ts';

const kinds: readonly { kind: keyof Settings['kinds']; example: string }[] = [
  { kind: 'cashtag', example: '$OPG' },
  { kind: 'handle', example: '@OpenGradient' },
  { kind: 'hashtag', example: '#OPG' },
];

/** Which kinds of mentions are looked for, and where weak ones are painted. */
export function Detection() {
  const { kinds: on, weakSites } = useSettings();
  const { set, setWithUndo } = useSetting();
  const weak = useMemo(() => siteEntries(weakSites), [weakSites]);
  return (
    <>
      <Part title={t('options.detection.kinds')}>
        <Sheet>
          {kinds.map(({ kind, example }) => (
            <SwitchSetting
              key={kind}
              label={t(`options.detection.${kind}`)}
              about={
                <Phrase
                  of={`options.detection.${kind}About`}
                  example={<Example>{example}</Example>}
                  price={<Example>$100</Example>}
                />
              }
              on={on[kind]}
              onChange={(now) => set({ type: 'set-settings', kinds: { ...on, [kind]: now } })}
            />
          ))}
        </Sheet>
        <p role="status" className="text-soft text-pretty empty:sr-only">
          {kinds.every(({ kind }) => !on[kind]) && t('options.detection.none')}
        </p>
      </Part>
      <Part
        title={t('options.detection.weak')}
        about={<Phrase of="options.detection.weakAbout" example={<Example>$opg</Example>} />}
      >
        <EntryList
          label={t('options.detection.weakList')}
          entries={weak}
          empty={t('options.detection.weakEmpty')}
          action={t('options.list.remove')}
          actionOf={({ text }) => t('options.list.removeOf', { text })}
          onRemove={({ key: site }) =>
            void setWithUndo(
              { type: 'paint-weak', site, on: false },
              t('options.detection.weakRemoved', { site }),
              { type: 'paint-weak', site, on: true },
            )
          }
        />
      </Part>
    </>
  );
}

const Example = ({ children }: { children: string }) => (
  <bdi className="font-medium whitespace-nowrap text-ink">{children}</bdi>
);
