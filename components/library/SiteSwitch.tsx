import { ListChecks, Pause, Play } from 'lucide-react';
import { isSwitchedOn, switchSite } from '../../lib/library/site-state.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useThisPage } from '../../lib/state/this-page.ts';
import { IconButton } from '../Button.tsx';
import { Phrase } from '../Phrase.tsx';
import { useCommand } from './use-command.ts';

/**
 * On or off for the site of this page: one click, and the state can be read at a glance. Where Underline runs on some sites
 * alone, it allows this one, and says so.
 */
export function SiteSwitch() {
  const site = useThisPage((page) => page.site);
  const settings = useLibrary((library) => library.settings);
  const { run } = useCommand();
  if (site === '' || settings.paused) return null;
  const on = isSwitchedOn(settings, site);
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      title={settings.onlyOn ? t('page.onlyAllowed') : undefined}
      onClick={() => void run(switchSite(settings, site, !on))}
      className="inline-flex min-h-7 min-w-0 items-center gap-2 rounded-md border border-transparent px-1.5 text-small text-soft hover:bg-hover hover:text-ink"
    >
      <span className="min-w-0 truncate text-start wrap-anywhere large:whitespace-normal">
        <Phrase
          of={on ? 'page.onFor' : 'page.offFor'}
          site={<bdi className="font-medium text-ink">{site}</bdi>}
        />
      </span>
      {settings.onlyOn && <ListChecks aria-hidden="true" className="size-3.5 shrink-0" />}
      <span
        aria-hidden="true"
        className={`flex h-4 w-7 shrink-0 items-center rounded-full border p-px transition-colors forced-color-adjust-none ${on ? 'justify-end border-accent bg-accent' : 'border-edge bg-sheet'}`}
      >
        <span className={`size-3 rounded-full ${on ? 'bg-on-accent' : 'bg-edge'}`} />
      </span>
    </button>
  );
}

/** Pauses Underline on every site, for example before sharing the screen. */
export function PauseButton() {
  const paused = useLibrary((library) => library.settings.paused);
  const { run } = useCommand();
  return (
    <IconButton
      icon={paused ? Play : Pause}
      label={t(paused ? 'page.resumeAll' : 'page.pauseAll')}
      onClick={() => void run({ type: 'pause', on: !paused })}
    />
  );
}

/** Says in everyone's sight that it is paused, so that nobody wonders where the underlines went. */
export function PausedBanner() {
  const paused = useLibrary((library) => library.settings.paused);
  return (
    <div role="status">
      {paused && (
        <p className="flex items-center gap-2 bg-accent-soft px-4 py-1.5">
          <Pause aria-hidden="true" className="size-4 shrink-0 text-accent" />
          <span>
            <strong className="font-medium">{t('page.pausedAll')}</strong> {t('page.pausedAllWhat')}
          </span>
        </p>
      )}
    </div>
  );
}
